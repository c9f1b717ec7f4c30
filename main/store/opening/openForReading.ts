import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeDraft } from '../makeDraft.ts';
import { openSqlite, type Sqlite } from '../openSqlite.ts';
import { expectedProblem, isDamage, problemOfError } from '../problemOfError.ts';
import { salvageDraft } from '../salvage/salvageDraft.ts';
import { refused } from '../storeProblem.ts';
import { contentIsReadable } from './contentIsReadable.ts';
import { lockPathOf } from './draftLock.ts';
import { type DraftNotice, salvaged } from './draftNotice.ts';
import { findDamage } from './findDamage.ts';
import { formatOf, migrate, newestFormat } from './migrate.ts';
import { isOpenHere, noteOpen } from './openHere.ts';
import type { Opening, OpenOutcome } from './opening.ts';
import { copyPrivately } from './privateCopy.ts';

type Found = 'sound' | 'damaged' | 'older';

function judge(db: Sqlite, opening: Opening): Found {
  if (findDamage(db, opening.path).length > 0) return 'damaged';
  return formatOf(db) < newestFormat(opening.migrations) ? 'older' : 'sound';
}

function wrap(
  db: Sqlite,
  opening: Opening,
  shownAs: string,
  release: () => void,
  notices: readonly DraftNotice[],
): OpenOutcome {
  const { who, now } = opening;
  const draft = makeDraft(db, shownAs, { readOnly: true, who, now, isCopy: true, isNew: false, release });
  return { ok: true, draft, notices };
}

/** Salvages into a folder of its own, which goes when the draft is closed. */
function salvageForReading(opening: Opening, notices: readonly DraftNotice[]): OpenOutcome {
  if (isOpenHere(opening.identity)) return refused('draft-damaged', 'open in this process');
  const folder = mkdtempSync(join(tmpdir(), 'chengce-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const target = join(folder, basename(opening.path));
  const outcome = salvageDraft(opening.path, target, opening.migrations, opening);
  if (!outcome.ok) {
    remove();
    return outcome;
  }
  const db = openSqlite(target, { readOnly: true });
  const notice = salvaged(opening.path, null, outcome.value.losses);
  return wrap(db, opening, opening.path, remove, [...notices, notice]);
}

/** Reads from a copy: for places where SQLite needs files beside the draft and cannot have them. */
function openCopy(opening: Opening, notices: readonly DraftNotice[]): OpenOutcome {
  if (isOpenHere(opening.identity)) return refused('draft-busy', 'open in this process');
  const copy = copyPrivately(opening.path) ?? copyPrivately(opening.path) ?? copyPrivately(opening.path);
  if (copy === null) return refused('draft-elsewhere');
  let db: Sqlite | null = null;
  try {
    db = openSqlite(copy.path);
    const found = judge(db, opening);
    if (found === 'older') {
      const outcome = migrate(db, opening.migrations, null);
      if (!outcome.ok) {
        db.close();
        copy.remove();
        return outcome;
      }
    }
    if (found !== 'damaged') return wrap(db, opening, opening.path, copy.remove, notices);
  } catch (error) {
    db?.close();
    copy.remove();
    if (isDamage(error)) return salvageForReading(opening, notices);
    return { ok: false, problem: expectedProblem(error) };
  }
  db.close();
  copy.remove();
  return salvageForReading(opening, notices);
}

/** When the last reader leaves after the writer, the journal files beside the draft are tidied away. */
function tidyAfterReading(path: string): void {
  if (!existsSync(`${path}-shm`) || existsSync(lockPathOf(path))) return;
  try {
    const db = openSqlite(path, { busyMs: 0 });
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('journal_mode = DELETE');
    } finally {
      db.close();
    }
  } catch (error) {
    if (problemOfError(error) === null) throw error;
  }
}

function openLive(
  opening: Opening,
  notices: readonly DraftNotice[],
  tidyAtEnd: boolean,
): OpenOutcome | Exclude<Found, 'sound'> {
  const db = openSqlite(opening.path, { readOnly: true });
  try {
    const found = judge(db, opening);
    if (found !== 'sound') {
      db.close();
      return found;
    }
    const forget = noteOpen(opening.identity);
    const release = (): void => {
      forget();
      if (tidyAtEnd) tidyAfterReading(opening.path);
    };
    return wrap(db, opening, opening.path, release, notices);
  } catch (error) {
    if (db.open) db.close();
    throw error;
  }
}

function tryLive(opening: Opening, notices: readonly DraftNotice[], canWriteBeside: boolean): OpenOutcome {
  try {
    const live = openLive(opening, notices, canWriteBeside);
    if (live === 'damaged') return salvageForReading(opening, notices);
    if (live === 'older') return openCopy(opening, notices);
    return live;
  } catch (error) {
    if (isDamage(error)) return salvageForReading(opening, notices);
    const problem = expectedProblem(error);
    // A journal was left here and cannot be taken up in this place: a copy can.
    if (problem.code === 'disk-error' || problem.code === 'draft-read-only')
      return openCopy(opening, notices);
    return { ok: false, problem };
  }
}

/**
 * Opens a draft for looking at it. Where it lies nothing is changed: a journal left by a killed process,
 * an older format or damage are dealt with in a temporary copy. `live` reads beside a writer on this
 * machine and sees what it saves; another machine's draft is always copied, for SQLite's journal is
 * not made to be shared over a network.
 */
export function openForReading(
  opening: Opening,
  how: { readonly live: boolean; readonly canWriteBeside: boolean },
  notices: readonly DraftNotice[],
): OpenOutcome {
  try {
    const outcome = how.live ? tryLive(opening, notices, how.canWriteBeside) : openCopy(opening, notices);
    if (!outcome.ok) return outcome;
    let handOver = false;
    try {
      handOver = contentIsReadable(outcome.draft);
    } finally {
      if (!handOver) {
        outcome.draft.db.close();
        outcome.draft.release();
      }
    }
    return handOver ? outcome : salvageForReading(opening, notices);
  } catch (error) {
    const problem = problemOfError(error);
    if (problem === null) throw error;
    return { ok: false, problem };
  }
}
