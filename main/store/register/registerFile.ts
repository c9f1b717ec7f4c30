import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { openSqlite, type Sqlite } from '../openSqlite.ts';
import { isDamage, lacksSchema } from '../problemOfError.ts';

/** Format of the register; a later program's is left alone. */
const FORMAT = 1;

const TABLES = `
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  is_on INTEGER NOT NULL
) STRICT;
INSERT INTO state VALUES (1, 1);

CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL UNIQUE,
  draft_id TEXT NOT NULL,
  project TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;

CREATE TABLE invoices (
  identity TEXT NOT NULL,
  draft INTEGER NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  PRIMARY KEY (identity, draft, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX invoices_by_draft ON invoices (draft);
`;

/** How long one program waits while another writes; the window stands still meanwhile. */
const BUSY_MS = 500;

/**
 * Does something with the register in a folder, which is made when it is not there. Opened and closed each time, so
 * that two programs share it. A file that is damaged is renamed and begun anew: it only repeats what drafts hold.
 * @returns null when it is of a later program
 * @throws what SQLite and the file system say: no room, no permission, busy
 */
export function withRegister<Value>(folder: string, work: (db: Sqlite) => Value): Value | null {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'register.sqlite');
  try {
    return use(file, work);
  } catch (error) {
    if (!isDamage(error) && !lacksSchema(error)) throw error;
    setAside(file);
    return use(file, work);
  }
}

function use<Value>(file: string, work: (db: Sqlite) => Value): Value | null {
  const db = openSqlite(file, { mustExist: false, busyMs: BUSY_MS });
  try {
    db.pragma('foreign_keys = ON');
    // What is emptied is gone from the file as well.
    db.pragma('secure_delete = ON');
    db.pragma('synchronous = NORMAL');
    if (!isReady(db)) return null;
    return work(db);
  } finally {
    db.close();
  }
}

/** Makes the tables of a new file, once although two programs begin it together; false for a later format. */
function isReady(db: Sqlite): boolean {
  const format = (): unknown => db.pragma('user_version', { simple: true });
  if (format() === FORMAT) return true;
  return db
    .transaction(() => {
      if (format() === 0) {
        db.exec(TABLES);
        db.pragma(`user_version = ${FORMAT}`);
      }
      return format() === FORMAT;
    })
    .immediate();
}

/** The journal goes first: beside another database it would be played back into that. */
function setAside(file: string): void {
  for (let number = 1; ; number += 1) {
    const aside = `${file}.unreadable-${number}`;
    if (existsSync(aside)) continue;
    for (const tail of ['-journal', '-wal', '-shm', ''])
      if (existsSync(`${file}${tail}`)) renameSync(`${file}${tail}`, `${aside}${tail}`);
    return;
  }
}
