import type { Sqlite } from '../openSqlite.ts';

/**
 * One step of the file format. Once released it never changes: it carries its own constants and
 * imports nothing of today's code. It runs inside a transaction that also sets `user_version`.
 */
export type Migration = {
  readonly to: number;
  readonly name: string;
  readonly up: (db: Sqlite) => void;
};
