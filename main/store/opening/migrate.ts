import { rmSync } from 'node:fs';
import type { Migration } from '../migrations/migration.ts';
import type { Sqlite } from '../openSqlite.ts';
import { refused, type StoreOutcome } from '../storeProblem.ts';
import { backUp } from './backUp.ts';

/** The format the newest migration leads to. */
export function newestFormat(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.to ?? 0;
}

/** The format of an open file. */
export function formatOf(db: Sqlite): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Runs one step and sets `user_version` inside the caller's transaction. */
export function runStep(db: Sqlite, step: Migration): void {
  step.up(db);
  db.pragma(`user_version = ${step.to}`);
}

function runSafely(db: Sqlite, step: Migration): string | null {
  db.exec('BEGIN IMMEDIATE');
  try {
    runStep(db, step);
    const broken = db.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) throw new Error(`${broken.length} references point nowhere`);
    db.exec('COMMIT');
    return null;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    return error instanceof Error ? error.message : String(error);
  }
}

/** Runs the steps in order up to the first that fails; null, or the problem. */
function runSteps(db: Sqlite, steps: readonly Migration[]): string | null {
  // A step may rebuild a table others refer to; references are checked before each commit instead.
  db.pragma('foreign_keys = OFF');
  for (const step of steps) {
    const failure = runSafely(db, step);
    if (failure !== null) return `${step.name}: ${failure}`;
  }
  db.pragma('foreign_keys = ON');
  return null;
}

/**
 * Brings an open file to the newest format. A verified backup is made beside it first (not for a private
 * copy: `backupBeside` null); each step is one transaction together with its `user_version`, so a step
 * that fails leaves the file as it was before that step. When nothing at all was changed the backup goes
 * again: every further attempt would leave one more.
 */
export function migrate(
  db: Sqlite,
  migrations: readonly Migration[],
  backupBeside: { readonly path: string; readonly moment: Date } | null,
): StoreOutcome<{ readonly backup: string | null; readonly from: number }> {
  const from = formatOf(db);
  const steps = migrations.filter((step) => step.to > from);
  if (steps.length === 0) return { ok: true, value: { backup: null, from } };
  let backup: string | null = null;
  if (backupBeside !== null) {
    const made = backUp(db, backupBeside.path, backupBeside.moment);
    if (!made.ok) return made;
    backup = made.value;
  }
  try {
    const failure = runSteps(db, steps);
    if (failure === null) return { ok: true, value: { backup, from } };
    const code = backup !== null && formatOf(db) !== from ? 'migration-half-way' : 'migration-failed';
    return refused(code, failure);
  } finally {
    if (backup !== null && formatOf(db) === from) rmSync(backup, { force: true });
  }
}
