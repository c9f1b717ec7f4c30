import { userInfo } from 'node:os';
import type { Draft } from './draft.ts';
import { fileIdentity } from './fileIdentity.ts';
import type { Sqlite } from './openSqlite.ts';

/** What everybody who opens a draft may say. */
export type DraftOptions = {
  /** Whose name the history and the lock carry; the system's user name when absent. */
  readonly who?: string;
  /** The clock; tests set it. */
  readonly now?: () => Date;
};

/** The name the operating system knows the user by; some have none. */
export function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return '未知用户';
  }
}

/**
 * What tells later that the file was moved away. Not where it cannot be told: Windows keeps an open file
 * in its place by itself, and some network file systems give a file another number each time.
 */
function lastingIdentity(path: string): string | null {
  const identity = process.platform === 'win32' ? null : fileIdentity(path);
  return identity !== null && identity === fileIdentity(path) ? identity : null;
}

/** Wraps an open connection as a draft. */
export function makeDraft(
  db: Sqlite,
  path: string,
  parts: {
    readonly readOnly: boolean;
    readonly who: string;
    readonly now: () => Date;
    readonly isCopy: boolean;
    readonly isNew: boolean;
    readonly release: () => void;
  },
): Draft {
  const { isCopy, ...rest } = parts;
  return {
    path,
    db,
    ...rest,
    statements: new Map(),
    identity: isCopy ? null : lastingIdentity(path),
    state: { closed: false, journalReady: false, adding: new Set() },
  };
}
