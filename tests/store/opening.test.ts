import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import type { Migration } from '../../main/store/migrations/migration.ts';
import { migrations } from '../../main/store/migrations/migrations.ts';
import { openDraft } from '../../main/store/openDraft.ts';
import { openSqlite, type Sqlite } from '../../main/store/openSqlite.ts';
import { must } from './must.ts';
import { mustOpen } from './mustOpen.ts';
import { sampleApplication } from './sampleApplication.ts';
import { testFolder } from './testFolder.ts';

function newDraft(): string {
  const path = join(testFolder(), '完好 草稿.chengce');
  closeDraft(must(createDraft(path, sampleApplication())));
  return path;
}

/** A step of the format after which `happen` runs, once, as soon as the opened draft's content is read. */
function whenContentIsRead(happen: (db: Sqlite) => void): readonly Migration[] {
  let happened = false;
  const up = (db: Sqlite): void => {
    const prepare = db.prepare.bind(db);
    db.prepare = ((sql: string) => {
      if (!happened && sql === 'SELECT * FROM meta WHERE id = 1') {
        happened = true;
        happen(db);
      }
      return prepare(sql);
    }) as typeof db.prepare;
  };
  return [...migrations, { to: migrations.length + 1, name: 'watched', up }];
}

test.each([{ readOnly: false }, { readOnly: true }])(
  'a healthy draft that is busy while its content is read is busy, not damaged (%o)',
  ({ readOnly }) => {
    const path = newDraft();
    let other: Sqlite | null = null;
    const steps = whenContentIsRead((db) => {
      db.pragma('busy_timeout = 0');
      other = openSqlite(db.name);
      other.exec('BEGIN EXCLUSIVE');
    });
    const outcome = openDraft(path, { migrations: steps, readOnly });
    (other as Sqlite | null)?.close();
    expect(!outcome.ok && outcome.problem.code).toBe('draft-busy');
    expect(readdirSync(dirname(path)).filter((name) => name.includes('抢救'))).toEqual([]);
    // And nothing holds it any more.
    const { draft, notices } = mustOpen(path, { migrations: steps.slice(0, readOnly ? -1 : undefined) });
    expect([draft.readOnly, notices]).toEqual([false, []]);
    closeDraft(draft);
  },
);

test.each([{ readOnly: false }, { readOnly: true }])(
  'a disk that fails while the content is read is told as that, not as damage (%o)',
  ({ readOnly }) => {
    const path = newDraft();
    const steps = whenContentIsRead((db) => {
      // SQLite takes back the transaction itself when the disk fails.
      db.exec('ROLLBACK');
      throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ');
    });
    const outcome = openDraft(path, { migrations: steps, readOnly });
    expect(!outcome.ok && outcome.problem.code).toBe('disk-error');
    expect(readdirSync(dirname(path)).filter((name) => /抢救|lock/.test(name))).toEqual([]);
  },
);

test.each([{ readOnly: false }, { readOnly: true }])(
  'a mistake in the program is not taken for damage of the draft (%o)',
  ({ readOnly }) => {
    const path = newDraft();
    const steps = whenContentIsRead(() => {
      throw new TypeError('a mistake');
    });
    expect(() => openDraft(path, { migrations: steps, readOnly })).toThrow('a mistake');
    expect(readdirSync(dirname(path)).filter((name) => /抢救|lock/.test(name))).toEqual([]);
  },
);

test('a draft that lacks one of its tables is damaged', () => {
  const path = newDraft();
  const db = openSqlite(path);
  db.exec('DROP TABLE own_indicators');
  db.close();
  const before = readFileSync(path);
  const { draft, notices } = mustOpen(path);
  expect(notices.map((notice) => notice.code)).toEqual(['salvaged']);
  expect(readFileSync(path).equals(before)).toBe(true);
  closeDraft(draft);
  const look = mustOpen(path, { readOnly: true });
  expect(look.notices.map((notice) => notice.code)).toEqual(['salvaged']);
  closeDraft(look.draft);
});
