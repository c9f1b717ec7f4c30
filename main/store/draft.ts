import type { Statement } from 'better-sqlite3';
import type { Sqlite } from './openSqlite.ts';

/** One open draft. Only main/store looks inside; everybody else hands it back to the store's functions. */
export type Draft = {
  /** The file the user knows, absolute. */
  readonly path: string;
  readonly readOnly: boolean;
  /** Made in this session: only such a draft may be discarded. */
  readonly isNew: boolean;
  /** Whose name the history carries. */
  readonly who: string;
  readonly now: () => Date;
  readonly db: Sqlite;
  /** Prepared statements by their SQL: each is compiled once per draft. */
  readonly statements: Map<string, Statement<unknown[], unknown>>;
  /** `dev:ino` of the file, to notice that it was moved away; null for a private copy. */
  readonly identity: string | null;
  readonly state: {
    closed: boolean;
    /** Whether the journal was switched for writing; reading alone changes no byte of the file. */
    journalReady: boolean;
    /** Blobs being added right now. */
    readonly adding: Set<number>;
  };
  /** Gives up the lock and removes a private copy. */
  readonly release: () => void;
};
