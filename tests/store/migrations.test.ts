import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import type { Migration } from '../../main/store/migrations/migration.ts';
import { migrations } from '../../main/store/migrations/migrations.ts';
import { openDraft } from '../../main/store/openDraft.ts';
import { backUp } from '../../main/store/opening/backUp.ts';
import { openSqlite } from '../../main/store/openSqlite.ts';
import { readings } from '../../main/store/readings.ts';
import { statements } from '../../main/store/statements.ts';
import { must } from './must.ts';
import { mustOpen } from './mustOpen.ts';
import { sampleApplication } from './sampleApplication.ts';
import { testFolder } from './testFolder.ts';

const next = migrations.length + 1;
const addColumn: Migration = {
  to: next,
  name: 'add-place',
  up: (db) => {
    db.exec("ALTER TABLE invoices ADD COLUMN place TEXT NOT NULL DEFAULT '重庆'");
  },
};
const fails: Migration = {
  to: next + 1,
  name: 'fails-half-way',
  up: (db) => {
    db.exec('DELETE FROM invoices');
    throw new Error('half way');
  },
};
const now = (): Date => new Date(2020, 1, 3, 9, 30, 5);

function newDraft(): { folder: string; path: string } {
  const folder = testFolder();
  const path = join(folder, '我的 草稿.chengce');
  closeDraft(must(createDraft(path, sampleApplication())));
  return { folder, path };
}

function formatIn(path: string): number {
  return readFileSync(path).readUInt32BE(60);
}

test('the steps of the format are numbered without a gap', () => {
  expect(migrations.map((step) => step.to)).toEqual(migrations.map((_, index) => index + 1));
});

test('an older draft is backed up beside itself, brought up to date, and loses nothing', () => {
  const { folder, path } = newDraft();
  const before = readFileSync(path);
  const { draft, notices } = mustOpen(path, { migrations: [...migrations, addColumn], now });
  const backup = join(folder, '我的 草稿.备份-20200203-093005.chengce');
  expect(notices.map((notice) => notice.code)).toEqual(['migrated']);
  expect(notices[0]?.message).toContain(backup);
  expect(loadApplication(draft)).toEqual(sampleApplication());
  expect(draft.db.prepare('SELECT DISTINCT place FROM invoices').pluck().all()).toEqual(['重庆']);
  closeDraft(draft);
  expect(formatIn(path)).toBe(next);
  expect(readdirSync(folder).toSorted()).toEqual(
    ['我的 草稿.chengce', '我的 草稿.备份-20200203-093005.chengce'].toSorted(),
  );
  expect(formatIn(backup)).toBe(next - 1);
  expect(before.readUInt32BE(60)).toBe(next - 1);
  const { draft: old } = mustOpen(backup);
  expect(loadApplication(old)).toEqual(sampleApplication());
  closeDraft(old);
});

test('a step that fails half way leaves the draft as the step before left it, and the backup', () => {
  const { folder, path } = newDraft();
  const outcome = openDraft(path, { migrations: [...migrations, addColumn, fails], now });
  expect(!outcome.ok && outcome.problem.code).toBe('migration-half-way');
  expect(!outcome.ok && outcome.problem.message).toContain('备份');
  expect(formatIn(path)).toBe(next);
  expect(readdirSync(folder)).toHaveLength(2);
  // Trying again does nothing any more, and makes no further backup.
  const again = openDraft(path, { migrations: [...migrations, addColumn, fails], now });
  expect(!again.ok && again.problem.code).toBe('migration-failed');
  expect(readdirSync(folder)).toHaveLength(2);
  const { draft } = mustOpen(path, { migrations: [...migrations, addColumn] });
  expect(loadApplication(draft)).toEqual(sampleApplication());
  closeDraft(draft);
});

test('a first step that fails leaves the draft alone as it was, however often it is tried', () => {
  const { folder, path } = newDraft();
  const before = readFileSync(path);
  for (let count = 0; count < 3; count += 1) {
    const outcome = openDraft(path, { migrations: [...migrations, { ...fails, to: next }], now });
    expect(!outcome.ok && outcome.problem.code).toBe('migration-failed');
    expect(!outcome.ok && outcome.problem.message).not.toContain('备份');
  }
  expect(readdirSync(folder)).toEqual(['我的 草稿.chengce']);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a step that leaves a reference pointing nowhere is taken back', () => {
  const { path } = newDraft();
  const orphans: Migration = {
    to: next,
    name: 'forgets-the-rows',
    up: (db) => {
      db.exec('DELETE FROM ledger_projects');
    },
  };
  const outcome = openDraft(path, { migrations: [...migrations, orphans], now });
  expect(!outcome.ok && outcome.problem.code).toBe('migration-failed');
  expect(!outcome.ok && outcome.problem.detail).toContain('30 references point nowhere');
  const { draft } = mustOpen(path);
  expect(loadApplication(draft)).toEqual(sampleApplication());
  closeDraft(draft);
});

test('a backup that holds other rows than the draft is not believed, and not kept', () => {
  const { folder, path } = newDraft();
  const db = openSqlite(path);
  // A table of this name comes before the draft's own when counting, and is not copied: the counts differ.
  db.exec('CREATE TEMP TABLE budget (id TEXT)');
  const outcome = backUp(db, path, now());
  db.close();
  expect(!outcome.ok && outcome.problem.code).toBe('backup-failed');
  expect(!outcome.ok && outcome.problem.detail).toContain('other rows');
  expect(readdirSync(folder)).toEqual(['我的 草稿.chengce']);
});

test('an older draft opened only for reading is not touched', () => {
  const { folder, path } = newDraft();
  const before = readFileSync(path);
  const { draft } = mustOpen(path, { migrations: [...migrations, addColumn], readOnly: true });
  expect(draft.db.prepare('SELECT DISTINCT place FROM invoices').pluck().all()).toEqual(['重庆']);
  expect(loadApplication(draft)).toEqual(sampleApplication());
  closeDraft(draft);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(['我的 草稿.chengce']);
});

test('a draft of a later program is refused and left as it is', () => {
  const { path } = newDraft();
  closeDraft(mustOpen(path, { migrations: [...migrations, addColumn] }).draft);
  const before = readFileSync(path);
  const outcome = openDraft(path);
  expect(!outcome.ok && outcome.problem.code).toBe('draft-newer');
  expect(!outcome.ok && outcome.problem.message).toContain('请升级程序');
  expect(readFileSync(path).equals(before)).toBe(true);
});

/** A draft as the program of an earlier format left it. */
function draftOfFormat(format: 1 | 2): { folder: string; path: string } {
  const { folder, path } = newDraft();
  const db = openSqlite(path);
  db.exec('DROP TABLE statements');
  if (format === 1) db.exec('DROP TABLE readings');
  db.pragma(`user_version = ${format}`);
  db.close();
  return { folder, path };
}

test('a draft of format 1 learns to keep readings: backed up first, everything else as it was', () => {
  const { folder, path } = draftOfFormat(1);
  const { draft, notices } = mustOpen(path, { now });
  expect(notices.map((notice) => notice.code)).toEqual(['migrated']);
  expect(loadApplication(draft)).toEqual({ ...sampleApplication(), readings: [], statements: {} });
  for (const reading of sampleApplication().readings) must(readings.save(draft, reading));
  must(statements.saveMany(draft, sampleApplication().statements));
  expect(loadApplication(draft)).toEqual(sampleApplication());
  closeDraft(draft);
  expect(formatIn(path)).toBe(migrations.length);
  const backup = readdirSync(folder).find((name) => name.includes('备份'));
  expect(formatIn(join(folder, backup ?? ''))).toBe(1);
});

test('a draft of format 1 on a place that cannot be written is read without readings, and not touched', () => {
  const { path } = draftOfFormat(1);
  const before = readFileSync(path);
  const { draft } = mustOpen(path, { readOnly: true });
  expect(loadApplication(draft)).toEqual({ ...sampleApplication(), readings: [], statements: {} });
  closeDraft(draft);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a draft of format 2 learns to keep figures of the statements, and keeps its readings', () => {
  const { folder, path } = draftOfFormat(2);
  const { draft, notices } = mustOpen(path, { now });
  expect(notices.map((notice) => notice.code)).toEqual(['migrated']);
  expect(loadApplication(draft)).toEqual({ ...sampleApplication(), statements: {} });
  must(statements.save(draft, 'lastYear.revenueFen', 1));
  must(statements.saveMany(draft, sampleApplication().statements));
  expect(loadApplication(draft)).toEqual(sampleApplication());
  expect(statements.save(draft, 'lastYear.taxFen', 0.5)).toMatchObject({ ok: false });
  closeDraft(draft);
  expect(formatIn(path)).toBe(migrations.length);
  const backup = readdirSync(folder).find((name) => name.includes('备份'));
  expect(formatIn(join(folder, backup ?? ''))).toBe(2);
});

test('the first step makes every table with a rowid and strict types', () => {
  const { path } = newDraft();
  const db = openSqlite(path, { readOnly: true });
  const tables = db
    .prepare(
      "SELECT name, strict, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  db.close();
  expect(tables.length).toBeGreaterThan(15);
  for (const table of tables) expect(table).toMatchObject({ strict: 1, wr: 0 });
});
