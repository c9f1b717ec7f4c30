import { closeSync, existsSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { closeDraft } from './closeDraft.ts';
import type { Draft } from './draft.ts';
import { expectedProblem, problemOfError } from './problemOfError.ts';
import { refused, type StoreOutcome, storeProblem } from './storeProblem.ts';

/** What SQLite keeps beside a draft while it is open. */
const JOURNALS = ['-wal', '-journal'] as const;
/** What systems say of a place that knows no second name for a file: exFAT sticks, some network folders. */
const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EMLINK',
]);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Whether a draft may get this name: nothing is there, not even a link that leads nowhere, nor the journal
 * of a draft that was removed, which SQLite would take for the new one's.
 * @param target absolute path
 */
export function checkDraftName(target: string): StoreOutcome<void> {
  try {
    if (isThere(target)) return refused('draft-exists', target);
    const stray = JOURNALS.map((tail) => `${target}${tail}`).find(isThere);
    if (stray !== undefined) return refused('draft-exists', stray, path.basename(stray));
    return { ok: true, value: undefined };
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return refused('folder-missing', target);
    // A name that is too long, or has characters this place cannot keep.
    return { ok: false, problem: problemOfError(error) ?? storeProblem('target-unwritable', String(error)) };
  }
}

/** Gives `from` the name `to` where nothing bears it; throws EEXIST when something does. */
function nameOnce(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    // The name is reserved, so that only our own empty file is replaced.
    closeSync(openSync(to, 'wx'));
    try {
      renameSync(from, to);
    } catch (failure) {
      rmSync(to, { force: true });
      throw failure;
    }
  }
}

/** A scanner may hold it for a moment: a name too many is no reason to fail, the draft is made or is not. */
function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}

/** The new name itself outlasts a power loss; Windows keeps it by itself and opens no folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  let handle: number | null = null;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch (error) {
    // Some network file systems sync no folders; the draft itself is written.
    if (problemOfError(error) === null && codeOf(error) !== 'EINVAL' && codeOf(error) !== 'ENOTSUP')
      throw error;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/**
 * Closes a draft made in this session and gives it its lasting name in the same folder, as one step: before,
 * there is no such file; afterwards, there is a whole one. A file that bears the name by then is never
 * touched. When it cannot be done nothing is left. Throws for a draft that was not made in this session.
 * @param target absolute path
 */
export function moveDraft(draft: Draft, target: string): StoreOutcome<void> {
  if (!draft.isNew) throw new Error('only a draft made in this session can be moved');
  closeDraft(draft);
  try {
    // Closing could not empty the journal (disk full): the file alone would be a draft with holes.
    const open = JOURNALS.map((tail) => `${draft.path}${tail}`).find((file) => existsSync(file));
    if (open !== undefined) return refused('disk-error', `${open} is left`);
    const free = checkDraftName(target);
    if (!free.ok) return free;
    nameOnce(draft.path, target);
    syncFolder(path.dirname(target));
    return { ok: true, value: undefined };
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return refused('draft-exists', target);
    return { ok: false, problem: expectedProblem(error) };
  } finally {
    for (const tail of ['', ...JOURNALS, '-shm']) removeIfPossible(`${draft.path}${tail}`);
  }
}
