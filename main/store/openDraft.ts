import { realpathSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { fileIdentity } from './fileIdentity.ts';
import { type DraftOptions, systemUser } from './makeDraft.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations as released } from './migrations/migrations.ts';
import { acquireDraftLock } from './opening/draftLock.ts';
import { type DraftNotice, openedElsewhere, readOnlyPlace } from './opening/draftNotice.ts';
import { looksLikeDraft } from './opening/looksLikeDraft.ts';
import { newestFormat } from './opening/migrate.ts';
import { openForReading } from './opening/openForReading.ts';
import { openForWriting } from './opening/openForWriting.ts';
import { isOpenHere } from './opening/openHere.ts';
import type { Opening, OpenOutcome } from './opening/opening.ts';
import { type HeaderKind, peekHeader } from './opening/peekHeader.ts';
import { expectedProblem } from './problemOfError.ts';
import { refused, type StoreOutcome } from './storeProblem.ts';

export type OpenOptions = DraftOptions & {
  /** Only look: nothing beside or in the file is changed, and no lock is taken. */
  readonly readOnly?: boolean;
  /** The format's steps; tests bring their own. */
  readonly migrations?: readonly Migration[];
};

function locate(path: string, options: OpenOptions): StoreOutcome<Opening> {
  try {
    const real = realpathSync.native(resolve(path));
    const stat = statSync(real);
    if (stat.isDirectory()) return refused('draft-not-a-file', real);
    if (stat.size === 0) return refused('draft-empty', real);
    const value = {
      path: real,
      identity: fileIdentity(real) ?? '',
      who: options.who ?? systemUser(),
      now: options.now ?? (() => new Date()),
      migrations: options.migrations ?? released,
    };
    return { ok: true, value };
  } catch (error) {
    return { ok: false, problem: expectedProblem(error) };
  }
}

/** Refuses what is no draft, or one of a later program; a draft with a broken header passes, as damaged. */
function refuseStrangers(opening: Opening): StoreOutcome<HeaderKind> {
  // What is open here has been looked at; opening it once more through node:fs would drop its locks.
  if (isOpenHere(opening.identity)) return { ok: true, value: { kind: 'unknown' } };
  try {
    const header = peekHeader(opening.path);
    const newest = newestFormat(opening.migrations);
    if (header.kind === 'foreign') return refused('draft-foreign');
    if (header.kind === 'draft' && header.format > newest) {
      return refused('draft-newer', `format ${header.format}, this program knows ${newest}`);
    }
    if (header.kind !== 'draft' && !looksLikeDraft(opening.path, opening.migrations)) {
      return refused('draft-foreign');
    }
    return { ok: true, value: header };
  } catch (error) {
    return { ok: false, problem: expectedProblem(error) };
  }
}

function edit(opening: Opening, options: OpenOptions, notices: readonly DraftNotice[]): OpenOutcome {
  const lock = acquireDraftLock(opening.path, opening.who, opening.now().toISOString());
  switch (lock.state) {
    case 'held': {
      const live = lock.holder === null || lock.holder.host === hostname();
      const told = [...notices, openedElsewhere(lock.holder)];
      return openForReading(opening, { live, canWriteBeside: true }, told);
    }
    case 'unwritable': {
      const told = [...notices, readOnlyPlace(lock.problem.code === 'disk-full')];
      return openForReading(opening, { live: true, canWriteBeside: false }, told);
    }
    case 'acquired': {
      const outcome = openForWriting(opening, lock.release);
      if (!('target' in outcome)) {
        return outcome.ok ? { ...outcome, notices: [...notices, ...outcome.notices] } : outcome;
      }
      const next = locate(outcome.target, options);
      return next.ok ? edit(next.value, options, [...notices, outcome.notice]) : next;
    }
  }
}

/**
 * Opens a draft. It comes open for editing, or read-only with a notice that says why: another instance
 * is editing it (who, since when), or nothing can be written where it lies. An older file is backed up
 * and brought to today's format. A damaged file is left as it is; what can be read of it is put into
 * a new file beside it, which is then open, and the notice lists what was lost. Refused with a problem:
 * what is missing, empty, no draft, of a later program, or beyond saving.
 */
export function openDraft(path: string, options: OpenOptions = {}): OpenOutcome {
  const located = locate(path, options);
  if (!located.ok) return located;
  const opening = located.value;
  const known = refuseStrangers(opening);
  if (!known.ok) return known;
  if (options.readOnly === true) return openForReading(opening, { live: true, canWriteBeside: false }, []);
  return edit(opening, options, []);
}
