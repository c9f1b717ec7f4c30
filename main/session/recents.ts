import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { overallCounts, sectionStates } from '../../shared/calls/sectionStates.ts';
import type { RecentDraft } from '../../shared/contract/OpenedDraft.ts';
import { lastSavedAt } from '../store/changes.ts';
import { keptFile } from './keptFile.ts';
import { type OpenDraft, readableFolder } from './openDrafts.ts';

const Recent = z.strictObject({
  id: z.string(),
  /** Absolute path; never leaves main. */
  path: z.string(),
  callName: z.string(),
  projectName: z.string(),
  deadline: z.string(),
  savedAt: z.string().nullable(),
  done: z.int().min(0),
  total: z.int().min(0),
  openErrors: z.int().min(0),
});
type Recent = z.infer<typeof Recent>;

/** The drafts opened before, newest first, with what the start page says of each. */
export type Recents = {
  readonly list: () => Promise<readonly RecentDraft[]>;
  /** Absolute path of a draft by the id the window knows; null when it is forgotten. */
  readonly pathOf: (id: string) => string | null;
  readonly forget: (id: string) => void;
  /** Puts the open draft first and writes down how far it is. Judges it whole: not after every key. */
  readonly note: (open: OpenDraft) => void;
};

const MOST = 20;
/** A network folder that does not answer must not hold up the start page. */
const PATIENCE_MS = 1500;

/** @param folder absolute path of the program's own data */
export function createRecents(folder: string): Recents {
  const kept = keptFile<readonly Recent[]>(folder, 'recents', z.array(Recent), []);
  return {
    list: () => Promise.all(kept.read().map(seen)),
    pathOf: (id) => kept.read().find((recent) => recent.id === id)?.path ?? null,
    forget: (id) => kept.write(kept.read().filter((recent) => recent.id !== id)),
    note: (open) => {
      if (open.sample) return;
      const file = open.draft.path;
      const id = kept.read().find((recent) => recent.path === file)?.id ?? randomUUID();
      const others = kept.read().filter((recent) => recent.path !== file);
      kept.write([{ id, path: file, ...factsOf(open) }, ...others].slice(0, MOST));
    },
  };
}

function factsOf({ call, application, draft }: OpenDraft): Omit<Recent, 'id' | 'path'> {
  const states = sectionStates(call, application, evaluate(call, application));
  const projectName = application.answers[call.roles.projectName];
  return {
    callName: call.identity.name,
    projectName: typeof projectName === 'string' ? projectName : '',
    deadline: call.submission.deadline,
    savedAt: draft.state.closed ? null : lastSavedAt(draft),
    done: states.filter(({ state }) => state === 'done').length,
    total: states.length,
    openErrors: overallCounts(states).errors,
  };
}

async function seen({ path: file, ...facts }: Recent): Promise<RecentDraft> {
  return {
    ...facts,
    name: path.basename(file),
    folder: readableFolder(file),
    present: await isPresent(file),
  };
}

function isPresent(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE_MS);
    stat(file)
      .then((found) => resolve(found.isFile()))
      .catch(() => resolve(false))
      .finally(() => clearTimeout(timer));
  });
}
