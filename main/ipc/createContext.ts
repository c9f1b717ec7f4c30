import path from 'node:path';
import { BrowserWindow } from 'electron';
import { z } from 'zod';
import { Preferences } from '../../shared/contract/Preferences.ts';
import { createCloseGuard } from '../session/closeGuard.ts';
import { keptFile } from '../session/keptFile.ts';
import { createOpenDrafts } from '../session/openDrafts.ts';
import { createOpenRequests } from '../session/openRequests.ts';
import { createProfiles } from '../session/profiles.ts';
import { createRecents } from '../session/recents.ts';
import { createSamples } from '../session/samples.ts';
import { type KnownCalls, knownCalls } from '../tasks/knownCalls.ts';
import type { Emit, MainContext } from './MainContext.ts';

/** How far the draft is is judged this long after the last save, and when it is closed. */
const NOTE_AFTER_MS = 15_000;

/** Puts together what the channels work with. @param dataFolder absolute path of the program's own data */
export function createContext(dataFolder: string): MainContext {
  let known: KnownCalls | null = null;
  const calls = (): KnownCalls => {
    known ??= knownCalls();
    return known;
  };
  const window = (): BrowserWindow | null => BrowserWindow.getAllWindows()[0] ?? null;
  const emit: Emit = (event, value) => {
    const contents = window()?.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send(event, value);
  };
  const recents = createRecents(dataFolder);
  const samplesFolder = path.join(dataFolder, 'samples');
  let timer: NodeJS.Timeout | null = null;
  const drafts = createOpenDrafts(calls, samplesFolder, (what, open) => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (what === 'stored') timer = setTimeout(() => recents.note(open), NOTE_AFTER_MS);
    else recents.note(open);
  });
  return {
    drafts,
    calls,
    window,
    emit,
    recents,
    profiles: createProfiles(dataFolder),
    samples: createSamples(samplesFolder, calls),
    requests: createOpenRequests((name) => emit('draft:openRequested', { name })),
    closing: createCloseGuard(drafts, emit),
    preferences: keptFile(dataFolder, 'preferences', Preferences, Preferences.parse({})),
    lastFolder: keptFile(dataFolder, 'last-folder', z.string(), ''),
  };
}
