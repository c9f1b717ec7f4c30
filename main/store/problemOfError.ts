import { type StoreProblem, storeProblem } from './storeProblem.ts';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** True for what SQLite says when the bytes of a database are not what it wrote. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** True when a table or column every draft has is not there: its list of tables is garbled. */
export function lacksSchema(error: unknown): boolean {
  const words = error instanceof Error ? error.message : '';
  return codeOf(error) === 'SQLITE_ERROR' && /^no such (table|column)/.test(words);
}

/** True when another connection holds the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED' || code === 'SQLITE_PROTOCOL';
}

/**
 * The problem behind an error of SQLite or of the file system; null when it is none of the expected
 * ones, and so a bug that must throw on.
 */
export function problemOfError(error: unknown): StoreProblem | null {
  const code = codeOf(error);
  const detail = error instanceof Error ? `${code} ${error.message}` : String(error);
  if (isDamage(error)) return storeProblem('draft-damaged', detail);
  if (isBusy(error)) return storeProblem('draft-busy', detail);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return storeProblem('disk-full', detail);
  }
  // The one reference that a caller can get wrong: an attachment before its bytes.
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return storeProblem('blob-missing', detail);
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE') {
    return storeProblem('id-repeated', detail);
  }
  if (code === 'SQLITE_READONLY_DBMOVED') return storeProblem('draft-moved', detail);
  if (code.startsWith('SQLITE_READONLY')) return storeProblem('draft-read-only', detail);
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'EIO') {
    return storeProblem('disk-error', detail);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'SQLITE_PERM' || code === 'SQLITE_AUTH') {
    return storeProblem('no-permission', detail);
  }
  if (code === 'EROFS') return storeProblem('folder-read-only', detail);
  if (code === 'ENOENT') return storeProblem('draft-missing', detail);
  return null;
}

/** As `problemOfError`, and throws on what is a bug. */
export function expectedProblem(error: unknown): StoreProblem {
  const problem = problemOfError(error);
  if (problem === null) throw error;
  return problem;
}
