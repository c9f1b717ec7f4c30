import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Application } from '../../shared/entities/application.ts';
import { recordChange } from './changes.ts';
import { checkValue } from './checkValue.ts';
import { createTables, prepareBlankFile } from './createTables.ts';
import type { Draft } from './draft.ts';
import { fileIdentity } from './fileIdentity.ts';
import { fillApplication } from './fillApplication.ts';
import { type DraftOptions, makeDraft, systemUser } from './makeDraft.ts';
import { fillMeta } from './meta.ts';
import { migrations } from './migrations/migrations.ts';
import { acquireDraftLock } from './opening/draftLock.ts';
import { noteOpen } from './opening/openHere.ts';
import { openSqlite, type Sqlite } from './openSqlite.ts';
import { expectedProblem } from './problemOfError.ts';
import { reserveFile } from './reserveFile.ts';
import { refused, type StoreOutcome } from './storeProblem.ts';

function build(draft: Draft, application: Application): void {
  prepareBlankFile(draft.db);
  // EXTRA: the new file's journal is gone from its folder for good before anybody is told "made".
  draft.db.pragma('synchronous = EXTRA');
  draft.db.exec('BEGIN IMMEDIATE');
  createTables(draft.db, migrations);
  fillMeta(draft, application.call);
  fillApplication(draft, application);
  recordChange(draft, 'application', null, JSON.stringify({ call: application.call }), 'rows');
  draft.db.exec('COMMIT');
}

function removeAll(path: string): void {
  for (const tail of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${tail}`, { force: true });
}

/**
 * Makes a draft from an application and leaves it open for editing. A file that is there already is
 * never touched; when anything fails nothing is left behind. The application comes without attachments
 * (their bytes go in with `addBlob`, then `attachments.save`).
 */
export function createDraft(
  path: string,
  application: Application,
  options: DraftOptions = {},
): StoreOutcome<Draft> {
  const checked = checkValue(Application, application, 'application');
  if (!checked.ok) return checked;
  const absolute = resolve(path);
  const reserved = reserveFile(absolute);
  if (!reserved.ok) return reserved;
  const who = options.who ?? systemUser();
  const now = options.now ?? (() => new Date());
  const lock = acquireDraftLock(absolute, who, now().toISOString());
  if (lock.state !== 'acquired') {
    removeAll(absolute);
    return lock.state === 'held' ? refused('draft-busy') : { ok: false, problem: lock.problem };
  }
  const identity = fileIdentity(absolute);
  const forget = identity === null ? () => {} : noteOpen(identity);
  const release = (): void => {
    forget();
    lock.release();
  };
  let db: Sqlite | null = null;
  try {
    db = openSqlite(absolute);
    const draft = makeDraft(db, absolute, { readOnly: false, who, now, isCopy: false, isNew: true, release });
    build(draft, checked.value);
    return { ok: true, value: draft };
  } catch (error) {
    db?.close();
    removeAll(absolute);
    release();
    return { ok: false, problem: expectedProblem(error) };
  }
}
