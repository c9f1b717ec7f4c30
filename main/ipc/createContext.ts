import path from 'node:path';
import { BrowserWindow } from 'electron';
import { z } from 'zod';
import { Preferences } from '../../shared/contract/Preferences.ts';
import { createCloseGuard } from '../session/closeGuard.ts';
import { createColumnMappings } from '../session/columnMappings.ts';
import { electronStoreWriter } from '../session/electronStoreWriter.ts';
import {
  createOpenDrafts,
  type DraftListener,
  type OpenDraft,
  readableFolder,
} from '../session/openDrafts.ts';
import { createOpenRequests } from '../session/openRequests.ts';
import { createProfiles } from '../session/profiles.ts';
import { createRecents, type Recents } from '../session/recents.ts';
import { createRegisterWatch } from '../session/registerWatch.ts';
import { createSamples } from '../session/samples.ts';
import { createShelf } from '../session/shelf.ts';
import { WindowState } from '../session/windowState.ts';
import { createInvoiceRegister } from '../store/register/invoiceRegister.ts';
import { type KnownCalls, knownCalls } from '../tasks/knownCalls.ts';
import type { Emit, MainContext } from './MainContext.ts';

const NOTE_AFTER_MS = 15_000;

/**
 * Puts together what the channels work with.
 * @param dataFolder absolute path of the program's own data
 * @param refreshFrame brings the window's title and menu up to date
 */
export function createContext(dataFolder: string, refreshFrame: () => void): MainContext {
  let known: KnownCalls | null = null;
  const calls = (): KnownCalls => {
    known ??= knownCalls();
    return known;
  };
  const window = (): BrowserWindow | null => BrowserWindow.getAllWindows()[0] ?? null;
  const emit: Emit = (event, value) => {
    const contents = window()?.webContents;
    if (contents === undefined || contents.isDestroyed() || contents.isCrashed()) return;
    contents.send(event, value);
  };
  const shelf = createShelf(dataFolder, electronStoreWriter);
  const recents = createRecents(shelf);
  const samplesFolder = path.join(dataFolder, 'samples');
  const noteLater = createNoteLater(recents);
  const preferences = shelf.keep('preferences', Preferences, Preferences.parse({}));
  const registerWatch = createRegisterWatch(
    createInvoiceRegister(dataFolder, readableFolder),
    preferences.read().invoiceRegister,
  );
  const drafts = createOpenDrafts(calls, samplesFolder, (what, open) => {
    if (what === 'opened') recents.noteOpened(open);
    noteLater(what, open);
    registerWatch.listener(what, open);
    if (what === 'opened' || what === 'closed') refreshFrame();
  });
  return {
    drafts,
    calls,
    window,
    emit,
    refreshFrame,
    recents,
    profiles: createProfiles(shelf),
    columnMappings: createColumnMappings(shelf),
    registerWatch,
    samples: createSamples(samplesFolder, calls),
    requests: createOpenRequests((name) => emit('draft:openRequested', { name })),
    windowState: shelf.keep('window', WindowState, WindowState.parse({})),
    closing: createCloseGuard(drafts, emit),
    preferences,
    lastFolder: shelf.keep('last-folder', z.string(), ''),
  };
}

/** How far a draft is is judged a while after the last save, and when it is closed. */
function createNoteLater(recents: Recents): DraftListener {
  let timer: NodeJS.Timeout | null = null;
  return (what, open) => {
    if (what === 'closed') return;
    const isDue = timer !== null;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (what !== 'closing') timer = setTimeout(() => note(open), NOTE_AFTER_MS);
    else if (isDue) recents.note(open);
  };

  function note(open: OpenDraft): void {
    timer = null;
    try {
      recents.note(open);
    } catch (error) {
      // It reads the file, whose disk may be gone; the list only stays as it was.
      console.error(error);
    }
  }
}
