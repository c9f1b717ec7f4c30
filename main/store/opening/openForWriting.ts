import { collectOrphans, hasOrphans } from '../blobs/collectOrphans.ts';
import type { Draft } from '../draft.ts';
import { makeDraft } from '../makeDraft.ts';
import { openSqlite, type Sqlite } from '../openSqlite.ts';
import { expectedProblem, isDamage } from '../problemOfError.ts';
import { salvageDraft } from '../salvage/salvageDraft.ts';
import { refused, type StoreOutcome } from '../storeProblem.ts';
import { write } from '../write.ts';
import { freePathBeside } from './backUp.ts';
import { contentIsReadable } from './contentIsReadable.ts';
import { type DraftNotice, migrated, salvaged } from './draftNotice.ts';
import { findDamage } from './findDamage.ts';
import { migrate } from './migrate.ts';
import { isOpenHere, noteOpen } from './openHere.ts';
import type { Opening, OpenOutcome } from './opening.ts';

/** Looks the file over without writing to it, so that a damaged one stays exactly as it is. */
function isSound(path: string): boolean {
  const db = openSqlite(path, { readOnly: true });
  try {
    return findDamage(db, path).length === 0;
  } finally {
    db.close();
  }
}

function prepare(
  db: Sqlite,
  opening: Opening,
  release: () => void,
): StoreOutcome<{ readonly draft: Draft; readonly notices: readonly DraftNotice[] }> {
  // Until the journal is switched for writing, a commit is the removal of a journal: EXTRA syncs that too.
  db.pragma('synchronous = EXTRA');
  const moment = opening.now();
  const outcome = migrate(db, opening.migrations, { path: opening.path, moment });
  if (!outcome.ok) return outcome;
  db.pragma('foreign_keys = ON');
  const { who, now, path } = opening;
  const draft = makeDraft(db, path, { readOnly: false, who, now, isCopy: false, isNew: false, release });
  const { backup } = outcome.value;
  return { ok: true, value: { draft, notices: backup === null ? [] : [migrated(backup)] } };
}

/** The draft open for editing, or null when its content turns out damaged. Throws the driver's error. */
function openSound(opening: Opening, release: () => void): OpenOutcome | null {
  const forget = noteOpen(opening.identity);
  const releaseAll = (): void => {
    forget();
    release();
  };
  let db: Sqlite | null = null;
  try {
    db = openSqlite(opening.path);
    const prepared = prepare(db, opening, releaseAll);
    if (!prepared.ok) {
      db.close();
      forget();
      return prepared;
    }
    const { draft, notices } = prepared.value;
    if (contentIsReadable(draft)) {
      if (hasOrphans(draft)) write(draft, () => collectOrphans(draft));
      return { ok: true, draft, notices };
    }
    db.close();
    forget();
    return null;
  } catch (error) {
    if (db?.open) db.close();
    forget();
    throw error;
  }
}

function salvageBeside(
  opening: Opening,
): OpenOutcome | { readonly target: string; readonly notice: DraftNotice } {
  const target = freePathBeside(opening.path, '抢救', opening.now());
  const outcome = salvageDraft(opening.path, target, opening.migrations, opening);
  if (!outcome.ok) return outcome;
  return { target, notice: salvaged(opening.path, target, outcome.value.losses) };
}

/**
 * Opens a draft whose lock is held for editing. `release` gives the lock up: the draft's closing calls
 * it, or this function when the opening fails. A damaged file comes back as the `target` its readable
 * content was put into, for the caller to open instead.
 */
export function openForWriting(
  opening: Opening,
  release: () => void,
): OpenOutcome | { readonly target: string; readonly notice: DraftNotice } {
  try {
    if (isOpenHere(opening.identity) || isSound(opening.path)) {
      const outcome = openSound(opening, release);
      if (outcome?.ok) return outcome;
      if (outcome !== null) {
        release();
        return outcome;
      }
    }
  } catch (error) {
    if (!isDamage(error)) {
      release();
      return { ok: false, problem: expectedProblem(error) };
    }
  }
  if (isOpenHere(opening.identity)) {
    release();
    return refused('draft-damaged', 'open in this process');
  }
  const result = salvageBeside(opening);
  release();
  return result;
}
