import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { overallCounts, sectionStates } from '../../shared/calls/sectionStates.ts';
import { RecentDraft } from '../../shared/contract/OpenedDraft.ts';
import { lastSavedAt } from '../store/changes.ts';
import { type OpenDraft, readableFolder } from './openDrafts.ts';
import type { Shelf } from './shelf.ts';

const Recent = RecentDraft.omit({ name: true, folder: true, present: true }).extend({
  /** Absolute path; never leaves main. */
  path: z.string(),
});
type Recent = z.infer<typeof Recent>;

/** The drafts opened before, newest first, with what the start page says of each. */
export type Recents = {
  readonly list: () => Promise<readonly RecentDraft[]>;
  /** Names for a menu, newest first. */
  readonly names: () => readonly { readonly id: string; readonly name: string }[];
  /** Absolute path of a draft by the id the window knows; null when it is forgotten. */
  readonly pathOf: (id: string) => string | null;
  readonly forget: (id: string) => void;
  /** Puts a draft first that was just opened; how far it is is what was known of it before. */
  readonly noteOpened: (open: OpenDraft) => void;
  /** Puts the open draft first and writes down how far it is. Judges it whole: not after every key. */
  readonly note: (open: OpenDraft) => void;
};

const MOST = 20;
/** A network folder that does not answer must not hold up the start page. */
const PATIENCE_MS = 1500;

/** The recent drafts of a shelf, in `recents.json`. */
export function createRecents(shelf: Shelf): Recents {
  const kept = shelf.keep<readonly Recent[]>('recents', z.array(Recent), []);
  return {
    list: () => Promise.all(kept.read().map(seen)),
    names: () => kept.read().map(({ id, path: file }) => ({ id, name: path.basename(file) })),
    pathOf: (id) => kept.read().find((recent) => recent.id === id)?.path ?? null,
    forget: (id) => kept.write(kept.read().filter((recent) => recent.id !== id)),
    noteOpened: (open) => putFirst(open, (known) => ({ ...namesOf(open), ...(known ?? nothingYet(open)) })),
    note: (open) => putFirst(open, () => ({ ...namesOf(open), ...progressOf(open) })),
  };

  function putFirst(open: OpenDraft, facts: (known: Progress | null) => Omit<Recent, 'id' | 'path'>): void {
    if (open.sample) return;
    const file = open.draft.path;
    const known = kept.read().find((recent) => recent.path === file) ?? null;
    const others = kept.read().filter((recent) => recent.path !== file);
    const progress = known === null ? null : pickProgress(known);
    const first = { id: known?.id ?? randomUUID(), path: file, ...facts(progress) };
    kept.write([first, ...others].slice(0, MOST));
  }
}

type Progress = Pick<Recent, 'done' | 'total' | 'openErrors'>;

const pickProgress = ({ done, total, openErrors }: Recent): Progress => ({ done, total, openErrors });

const nothingYet = ({ call }: OpenDraft): Progress => ({
  done: 0,
  total: call.sections.length,
  openErrors: 0,
});

function namesOf({ call, application, draft }: OpenDraft): Omit<Recent, 'id' | 'path' | keyof Progress> {
  const projectName = application.answers[call.roles.projectName];
  return {
    callName: call.identity.name,
    projectName: typeof projectName === 'string' ? projectName : '',
    deadline: call.submission.deadline,
    savedAt: lastSavedAt(draft),
  };
}

function progressOf({ call, application }: OpenDraft): Progress {
  const states = sectionStates(call, application, evaluate(call, application));
  return {
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
