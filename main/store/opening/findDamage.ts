import { statSync } from 'node:fs';
import type { Sqlite } from '../openSqlite.ts';
import { isDamage } from '../problemOfError.ts';
import { asRow } from '../sqlRow.ts';

/** Above this, the pages of stored files are not read at every opening; `verifyBlobs` does it on demand. */
const READ_ALL_BYTES = 64 * 1024 * 1024;

function complaints(db: Sqlite, pragma: string): readonly string[] {
  return db
    .prepare(`PRAGMA ${pragma}`)
    .all()
    .map((row) => String(Object.values(asRow(row))[0]))
    .filter((text) => text !== 'ok');
}

function tablesOf(db: Sqlite): readonly string[] {
  const sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  return db
    .prepare(sql)
    .all()
    .map((row) => String(asRow(row).name));
}

/** Blobs that claim more, or longer, pieces than there are. Reads lengths only, not the bytes. */
function shortBlobs(db: Sqlite): readonly string[] {
  const sql =
    'SELECT sha256 FROM blobs WHERE sha256 IS NOT NULL AND bytes <> ' +
    '(SELECT COALESCE(SUM(LENGTH(data)), 0) FROM blob_chunks WHERE blob_id = blobs.id)';
  return db
    .prepare(sql)
    .all()
    .map((row) => `blob ${String(asRow(row).sha256)} is not whole`);
}

function look(db: Sqlite, path: string): readonly string[] {
  const small = statSync(path).size <= READ_ALL_BYTES;
  const found = small ? [...complaints(db, 'quick_check(20)')] : [];
  for (const table of tablesOf(db)) {
    if (table !== 'blob_chunks') found.push(...complaints(db, `integrity_check('${table}')`));
  }
  found.push(...shortBlobs(db));
  if (complaints(db, 'foreign_key_check').length > 0) found.push('foreign keys point nowhere');
  return found;
}

/**
 * Checks an opened draft: structure of every page that holds words and figures, indexes against rows,
 * references, and that each stored file has all its pieces. Empty when it is sound. Errors that are no
 * damage (busy, disk) throw.
 */
export function findDamage(db: Sqlite, path: string): readonly string[] {
  try {
    return look(db, path);
  } catch (error) {
    if (isDamage(error)) return [error instanceof Error ? error.message : String(error)];
    // Part of the schema is missing or garbled: SQLite then speaks of SQL, not of damage.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR') return [error.message];
    throw error;
  }
}
