import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { openSqlite, type Sqlite } from '../openSqlite.ts';
import { isBusy, isDamage, problemOfError } from '../problemOfError.ts';
import type { StoreProblem } from '../storeProblem.ts';

const Holder = z.object({ who: z.string(), host: z.string(), since: z.string(), token: z.string() });

/** Who is editing a draft, where, and since when (ISO text, UTC). */
export type Holder = { readonly who: string; readonly host: string; readonly since: string };

export type LockOutcome =
  | { readonly state: 'acquired'; readonly release: () => void }
  | { readonly state: 'held'; readonly holder: Holder | null }
  /** No lock file can be written here: a read-only folder or medium, a full disk. */
  | { readonly state: 'unwritable'; readonly problem: StoreProblem };

const TRIES = 5;

/** The file beside the draft that is locked while the draft is edited. */
export function lockPathOf(draftPath: string): string {
  return `${draftPath}-lock`;
}

function readHolder(db: Sqlite): z.infer<typeof Holder> | null {
  try {
    const parsed = Holder.safeParse(db.prepare('SELECT * FROM holder').get());
    return parsed.success ? parsed.data : null;
  } catch {
    // The holder is just writing itself down, or the file is still empty.
    return null;
  }
}

function readHolderAt(lockPath: string): z.infer<typeof Holder> | null {
  let db: Sqlite | null = null;
  try {
    db = openSqlite(lockPath, { readOnly: true, busyMs: 500 });
    return readHolder(db);
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

/** Takes the lock and writes down who holds it; throws the driver's error, SQLITE_BUSY when it is held. */
function take(db: Sqlite, who: string, since: string, token: string): void {
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.exec('BEGIN IMMEDIATE');
  db.exec('CREATE TABLE IF NOT EXISTS holder (who TEXT, host TEXT, since TEXT, token TEXT)');
  db.exec('DELETE FROM holder');
  db.prepare('INSERT INTO holder VALUES (?, ?, ?, ?)').run(who, hostname(), since, token);
  db.exec('COMMIT');
  // Held from here on: RESERVED keeps other writers out and lets them read who it is.
  db.exec('BEGIN IMMEDIATE');
}

function releaseLock(db: Sqlite, lockPath: string): void {
  const remove = (): boolean => {
    try {
      rmSync(lockPath, { force: true });
      return true;
    } catch {
      return false;
    }
  };
  // POSIX removes it while it is still held, so that nobody's newer lock is removed; Windows cannot
  // remove an open file, and afterwards refuses by itself when another instance has opened it.
  const removed = remove();
  db.close();
  if (!removed) remove();
}

/**
 * Locks a draft for editing. The lock is SQLite's own on a small file beside it, so it is the operating
 * system that holds it and lets go of it when the process dies in whatever way; a lock file left behind
 * means nothing. `who` and `since` are for the message another instance shows.
 */
export function acquireDraftLock(draftPath: string, who: string, since: string): LockOutcome {
  const lockPath = lockPathOf(draftPath);
  let lastError: unknown = null;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    let db: Sqlite | null = null;
    const token = randomUUID();
    try {
      db = openSqlite(lockPath, { mustExist: false, busyMs: attempt === 0 ? 0 : 100 });
      take(db, who, since, token);
      // The file may have been removed by its former holder between our opening and our locking it.
      if (readHolderAt(lockPath)?.token === token) {
        const held = db;
        return { state: 'acquired', release: () => releaseLock(held, lockPath) };
      }
      db.close();
    } catch (error) {
      db?.close();
      lastError = error;
      if (isBusy(error)) {
        const holder = readHolderAt(lockPath);
        if (holder !== null) {
          const { who: name, host, since: start } = holder;
          return { state: 'held', holder: { who: name, host, since: start } };
        }
      } else if (isDamage(error)) {
        // A killed process left half a lock file: SQLite cannot lock it, so nobody holds it.
        rmSync(lockPath, { force: true });
      } else {
        const problem = problemOfError(error);
        if (problem === null) throw error;
        return { state: 'unwritable', problem };
      }
    }
  }
  if (isBusy(lastError)) return { state: 'held', holder: null };
  throw new Error(`cannot lock ${lockPath}`, { cause: lastError });
}
