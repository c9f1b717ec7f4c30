import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { answers } from '../../main/store/answers.ts';
import { closeDraft } from '../../main/store/closeDraft.ts';
import { createDraft } from '../../main/store/createDraft.ts';
import { loadApplication } from '../../main/store/loadApplication.ts';
import { acquireDraftLock, lockPathOf } from '../../main/store/opening/draftLock.ts';
import { openSqlite } from '../../main/store/openSqlite.ts';
import { must } from './must.ts';
import { mustOpen } from './mustOpen.ts';
import { sampleApplication } from './sampleApplication.ts';
import { startChild } from './startChild.ts';
import { testFolder } from './testFolder.ts';

function newDraft(): { folder: string; path: string } {
  const folder = testFolder();
  const path = join(folder, '共用 草稿.chengce');
  closeDraft(must(createDraft(path, sampleApplication())));
  return { folder, path };
}

test('a second instance opens read-only, says who is editing since when, and sees what is saved', async () => {
  const { folder, path } = newDraft();
  const first = startChild('holdDraft', [path, '李四']);
  expect(await first.line()).toMatch(/^editing/);
  const { draft, notices } = mustOpen(path);
  expect(draft.readOnly).toBe(true);
  expect(notices[0]?.code).toBe('opened-elsewhere');
  expect(notices[0]?.message).toMatch(/自 \d{4}年\d+月\d+日 \d\d:\d\d 起由「李四」在另一个窗口中编辑/);
  const refusal = answers.save(draft, 'project.name', '不行');
  expect(!refusal.ok && refusal.problem.code).toBe('draft-read-only');
  first.tell('save 新名称');
  expect(await first.line()).toBe('saved');
  expect(loadApplication(draft).answers['project.name']).toBe('新名称');
  first.tell('close');
  expect(await first.line()).toBe('closed');
  closeDraft(draft);
  expect(readdirSync(folder)).toEqual(['共用 草稿.chengce']);
});

test('the lock of a killed instance is gone with it, and what it had saved is there', async () => {
  const { folder, path } = newDraft();
  const first = startChild('holdDraft', [path, '李四']);
  await first.line();
  first.tell('save 断电之前');
  expect(await first.line()).toBe('saved');
  await first.kill();
  expect(existsSync(`${path}-lock`)).toBe(true);
  expect(existsSync(`${path}-wal`)).toBe(true);
  const { draft, notices } = mustOpen(path);
  expect(draft.readOnly).toBe(false);
  expect(notices).toEqual([]);
  expect(loadApplication(draft).answers['project.name']).toBe('断电之前');
  closeDraft(draft);
  expect(readdirSync(folder)).toEqual(['共用 草稿.chengce']);
});

test('the same draft opened twice in one program is editable once, whoever closes first', async () => {
  const { path } = newDraft();
  const { draft: first } = mustOpen(path, { who: '甲' });
  const { draft: second } = mustOpen(path);
  expect([first.readOnly, second.readOnly]).toEqual([false, true]);
  closeDraft(second);
  // Closing the second must not have dropped the first one's locks in the eyes of other processes.
  const other = startChild('holdDraft', [path, '乙']);
  expect(await other.line()).toMatch(/^read-only opened-elsewhere .*甲/);
  must(answers.save(first, 'project.name', '还能保存'));
  closeDraft(first);
});

test.skipIf(process.platform === 'win32')(
  'a lock taken on a lock file that was just removed is no lock: somebody else holds the new one',
  () => {
    const { path } = newDraft();
    const since = '2020-02-01T01:00:00.000Z';
    const begin = Database.prototype.exec;
    let others: ReturnType<typeof acquireDraftLock> | null = null;
    const watch = vi.spyOn(Database.prototype, 'exec').mockImplementation(function (this: unknown, sql) {
      if (others === null) {
        watch.mockRestore();
        // Between our opening of the lock file and our locking it: its holder leaves, another one comes.
        rmSync(lockPathOf(path));
        others = acquireDraftLock(path, '李四', since);
      }
      return begin.call(this as Database.Database, sql);
    });
    onTestFinished(() => watch.mockRestore());
    const ours = acquireDraftLock(path, '张三', since);
    expect(others).toMatchObject({ state: 'acquired' });
    expect(ours).toMatchObject({ state: 'held', holder: { who: '李四' } });
    for (const lock of [others as ReturnType<typeof acquireDraftLock> | null, ours]) {
      if (lock?.state === 'acquired') lock.release();
    }
  },
);

test('a garbled lock file left behind does not keep anybody out', () => {
  const { folder, path } = newDraft();
  writeFileSync(`${path}-lock`, '不是数据库'.repeat(400));
  const { draft } = mustOpen(path);
  expect(draft.readOnly).toBe(false);
  closeDraft(draft);
  expect(readdirSync(folder)).toEqual(['共用 草稿.chengce']);
});

test('a draft edited on another computer is shown from a copy', () => {
  const { path } = newDraft();
  const { draft: first } = mustOpen(path);
  must(answers.save(first, 'project.name', '那台电脑上的'));
  // Another computer is another lock holder: here, the files as it would see them, and its name in the lock.
  const folder = testFolder();
  const there = join(folder, 'b.chengce');
  copyFileSync(path, there);
  copyFileSync(`${path}-wal`, `${there}-wal`);
  const lock = openSqlite(`${there}-lock`, { mustExist: false });
  lock.exec('CREATE TABLE holder (who TEXT, host TEXT, since TEXT, token TEXT)');
  lock.exec("INSERT INTO holder VALUES ('王五', 'office-pc', '2020-02-01T01:00:00.000Z', 't')");
  lock.exec('BEGIN IMMEDIATE');
  const { draft, notices } = mustOpen(there);
  expect(draft.readOnly).toBe(true);
  expect(notices[0]?.message).toContain('由「王五」在电脑「office-pc」上编辑');
  expect(loadApplication(draft).answers['project.name']).toBe('那台电脑上的');
  expect(readdirSync(folder).toSorted()).toEqual(['b.chengce', 'b.chengce-lock', 'b.chengce-wal']);
  closeDraft(draft);
  lock.close();
  closeDraft(first);
});
