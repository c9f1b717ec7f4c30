import type { Draft } from './draft.ts';
import { fileIdentity } from './fileIdentity.ts';
import { expectedProblem } from './problemOfError.ts';
import { statement } from './statement.ts';
import { refused, type StoreOutcome, type StoreProblem } from './storeProblem.ts';

/** Switches to WAL with synchronous FULL at the first write; where WAL cannot be had, an equally safe journal. */
function prepareJournal(draft: Draft): void {
  if (draft.state.journalReady) return;
  const mode = draft.db.pragma('journal_mode = WAL', { simple: true });
  // Without WAL a commit is the removal of the journal, and only EXTRA syncs that as well.
  draft.db.pragma(mode === 'wal' ? 'synchronous = FULL' : 'synchronous = EXTRA');
  draft.state.journalReady = true;
}

/** Thrown inside `write`: everything is taken back, and `write` returns the problem. */
export class RollBack extends Error {
  readonly problem: StoreProblem;
  constructor(problem: StoreProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

function join<T>(action: () => T): StoreOutcome<T> {
  try {
    return { ok: true, value: action() };
  } catch (error) {
    if (error instanceof RollBack) throw error;
    return { ok: false, problem: expectedProblem(error) };
  }
}

/**
 * Runs `action` as one transaction. When this returns ok, the change is synced to the disk.
 * A full disk, a pulled stick, a lock or a damaged page come back as a problem, and nothing of the
 * action has happened. Other errors are bugs and throw, after the roll back.
 * Inside another `write` it joins that transaction: nothing is on the disk before the outer one ends, and whoever
 * is outside must give up everything (throw `RollBack`) when this returns a problem.
 */
export function write<T>(draft: Draft, action: () => T): StoreOutcome<T> {
  if (draft.state.closed) return refused('draft-closed');
  if (draft.readOnly) return refused('draft-read-only');
  // A file that was moved while open keeps taking writes on POSIX, to a place nobody will look at.
  if (draft.identity !== null && fileIdentity(draft.path) !== draft.identity) return refused('draft-moved');
  if (draft.db.inTransaction) return join(action);
  try {
    prepareJournal(draft);
    statement(draft, 'BEGIN IMMEDIATE').run();
    const value = action();
    statement(draft, 'COMMIT').run();
    return { ok: true, value };
  } catch (error) {
    if (draft.db.inTransaction) statement(draft, 'ROLLBACK').run();
    if (error instanceof RollBack) return { ok: false, problem: error.problem };
    return { ok: false, problem: expectedProblem(error) };
  }
}
