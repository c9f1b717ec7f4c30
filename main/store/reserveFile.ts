import { closeSync, openSync, rmSync } from 'node:fs';
import { fileIdentity } from './fileIdentity.ts';
import { problemOfError } from './problemOfError.ts';
import { refused, type StoreOutcome, storeProblem } from './storeProblem.ts';

/** A name taken by an empty file of ours. */
export type Reserved = {
  /** Whether somebody put another file there since. */
  readonly wasReplaced: () => boolean;
  /** Removes it again; a file somebody else put in its place stays. */
  readonly remove: () => void;
};

function whyNot(error: unknown): ReturnType<typeof refused> {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const detail = error instanceof Error ? error.message : String(error);
  if (code === 'EEXIST') return refused('draft-exists', detail);
  if (code === 'ENOENT' || code === 'ENOTDIR') return refused('folder-missing', detail);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return refused('folder-read-only', detail);
  return { ok: false, problem: problemOfError(error) ?? storeProblem('target-unwritable', detail) };
}

/** Takes a name (absolute path) for a new file; refused when anything is there, whatever it is. */
export function reserveFile(path: string): StoreOutcome<Reserved> {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    return whyNot(error);
  }
  const identity = fileIdentity(path);
  const wasReplaced = (): boolean => ![identity, null].includes(fileIdentity(path));
  const remove = (): void => {
    if (!wasReplaced()) rmSync(path, { force: true });
  };
  return { ok: true, value: { wasReplaced, remove } };
}
