import { APPLICATION_ID, PAGE_BYTES } from './format.ts';
import type { Migration } from './migrations/migration.ts';
import { runStep } from './opening/migrate.ts';
import type { Sqlite } from './openSqlite.ts';

/**
 * Settings that only count before the first table. auto_vacuum lets the file shrink without being
 * rewritten, and its pointer map lets the salvage tell whose page a page is.
 */
export function prepareBlankFile(db: Sqlite): void {
  db.pragma(`page_size = ${PAGE_BYTES}`);
  db.pragma("encoding = 'UTF-8'");
  db.pragma('auto_vacuum = INCREMENTAL');
}

/** Makes the tables of a new file by running every migration, inside the caller's transaction. */
export function createTables(db: Sqlite, migrations: readonly Migration[]): void {
  db.pragma(`application_id = ${APPLICATION_ID}`);
  for (const step of migrations) runStep(db, step);
}
