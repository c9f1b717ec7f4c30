import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqlite } from '../../../main/store/openSqlite.ts';
import { createInvoiceRegister, type KnownDraft } from '../../../main/store/register/invoiceRegister.ts';
import { startChild } from '../startChild.ts';
import { testFolder } from '../testFolder.ts';

const folderOf = (file: string): string => path.basename(path.dirname(file));

function place() {
  const folder = testFolder();
  const data = path.join(folder, 'data');
  const draftFile = (name: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, 'a draft');
    return file;
  };
  const problems: unknown[] = [];
  const open = (now = new Date('2026-11-26T08:00:00Z')) =>
    createInvoiceRegister(
      data,
      folderOf,
      (error) => problems.push(error),
      () => now,
    );
  return { folder, data, draftFile, open, problems, file: path.join(data, 'register.sqlite') };
}

const one = { identity: '050001700111/99999951', row: 1 };
const two = { identity: '24112000000048542163', row: 2 };

const draft = (file: string, draftId = file, projectName = '项目甲'): KnownDraft => ({
  draftId,
  file,
  projectName,
});

describe('the register', () => {
  test('names the other draft, its project, its folder and the row', async () => {
    const { draftFile, folder, open } = place();
    const a = draft(draftFile('甲.chengce'));
    const b = draft(draftFile('乙.chengce'), 'b', '项目乙');
    open().note(a, [one, { ...two, row: 12 }]);
    open().note(b, [two]);
    expect(await open().elsewhere(b, [two])).toEqual([
      {
        identity: two.identity,
        draftName: '甲',
        folder: path.basename(folder),
        projectName: '项目甲',
        row: 12,
        fileGone: false,
      },
    ]);
    expect(await open().elsewhere(b, [one]), 'asked before it was noted').toHaveLength(1);
    expect(await open().elsewhere(a, [one])).toEqual([]);
  });

  test('forgets what a draft no longer holds', async () => {
    const { draftFile, open } = place();
    const a = draft(draftFile('甲.chengce'));
    const b = draft(draftFile('乙.chengce'));
    open().note(a, [one, two]);
    open().note(a, [two]);
    expect((await open().elsewhere(b, [one, two])).map(({ identity }) => identity)).toEqual([two.identity]);
  });

  test('takes a copy of the draft for the same one, unless it became another project', async () => {
    const { draftFile, open } = place();
    const a = draft(draftFile('甲.chengce'), 'id');
    open().note(a, [one]);
    const copy = draftFile('甲 副本.chengce');
    expect(await open().elsewhere(draft(copy, 'id', '项目 甲'), [one])).toEqual([]);
    expect(await open().elsewhere(draft(copy, 'id', ''), [one]), 'not named yet').toEqual([]);
    expect(await open().elsewhere(draft(copy, 'id', '项目乙'), [one])).toHaveLength(1);
  });

  test('knows a draft that was moved and renamed, and tells of another one that is gone', async () => {
    const { draftFile, folder, open } = place();
    const a = draft(draftFile('甲.chengce'), 'id');
    open().note(a, [one]);
    rmSync(a.file);
    const moved = draft(path.join(folder, '新.chengce'), 'id', '新项目');
    expect(await open().elsewhere(draft(path.join(folder, 'x.chengce'), 'other'), [one])).toMatchObject([
      { draftName: '甲', fileGone: true },
    ]);
    expect(await open().elsewhere(moved, [one])).toEqual([]);
  });

  test('forgets one that is gone and was not seen for more than three years', async () => {
    const { draftFile, open } = place();
    const a = draft(draftFile('甲.chengce'));
    const b = draft(draftFile('乙.chengce'));
    open(new Date('2020-01-01T00:00:00Z')).note(a, [one]);
    expect(await open().elsewhere(b, [one]), 'its file is there').toHaveLength(1);
    rmSync(a.file);
    expect(await open(new Date('2022-12-01T00:00:00Z')).elsewhere(b, [one])).toHaveLength(1);
    expect(await open(new Date('2023-02-01T00:00:00Z')).elsewhere(b, [one])).toEqual([]);
    writeFileSync(a.file, 'back again');
    expect(await open().elsewhere(b, [one])).toEqual([]);
  });

  test('switched off it is empty, in the file too, and stays so until it is on again', async () => {
    const { draftFile, open, file } = place();
    const a = draft(draftFile('甲.chengce'));
    const b = draft(draftFile('乙.chengce'));
    open().note(a, [one, two]);
    expect(readFileSync(file).includes(two.identity)).toBe(true);
    open().switchOn(false);
    open().note(a, [one]);
    expect(await open().elsewhere(b, [one])).toEqual([]);
    for (const word of [two.identity, '项目甲', '甲.chengce'])
      expect(readFileSync(file).includes(word), word).toBe(false);
    open().switchOn(true);
    open().note(a, [one]);
    expect(await open().elsewhere(b, [one])).toHaveLength(1);
  });

  test('is shared by programs that begin it and write to it at once', async () => {
    const { data, draftFile, open, problems } = place();
    const programs = ['one', 'two', 'three'].map((name) => startChild('noteInRegister', [data, name, '20']));
    for (const program of programs) expect(await program.line()).toBe('ready');
    for (const program of programs) program.tell('go');
    // On a machine under load one may have waited too long for the others: it says so, and everything else is there.
    let failed = 0;
    for (const program of programs) failed += Number(/^failed (\d+)$/.exec(await program.line())?.[1]);
    expect(failed).toBeLessThan(30);
    expect(
      await open().elsewhere(draft(draftFile('x.chengce')), [{ identity: 'shared', row: 1 }]),
    ).toHaveLength(60 - failed);
    expect(problems).toEqual([]);
  });

  test('waits a moment for another program and goes without when it takes longer', async () => {
    const { draftFile, open, file, problems } = place();
    const a = draft(draftFile('甲.chengce'));
    open().note(a, [one]);
    const other = openSqlite(file);
    other.exec('BEGIN EXCLUSIVE');
    expect(await open().elsewhere(draft(draftFile('乙.chengce')), [one])).toEqual([]);
    expect(problems).toHaveLength(1);
    other.close();
    expect(await open().elsewhere(draft(draftFile('乙.chengce')), [one])).toHaveLength(1);
  });
});

describe('a file of the register', () => {
  test('that is damaged is set aside and begun anew', async () => {
    const { draftFile, data, open, file, problems } = place();
    const a = draft(draftFile('甲.chengce'));
    open().note(
      a,
      Array.from({ length: 2000 }, (_, row) => ({ identity: `${row}`, row: row + 1 })),
    );
    const bytes = readFileSync(file);
    for (const [name, broken] of [
      ['no database', Buffer.from('not a database at all, but longer than a header has to be'.repeat(40))],
      ['garbled inside', Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0xab)])],
      ['without its tables', emptyDatabase(data)],
    ] as const) {
      writeFileSync(file, broken);
      const asides = () => readdirSync(data).filter((entry) => entry.includes('unreadable')).length;
      const before = asides();
      open().note(a, [one]);
      expect(asides(), name).toBe(before + 1);
      expect(await open().elsewhere(draft(draftFile('乙.chengce')), [one]), name).toHaveLength(1);
    }
    expect(problems).toEqual([]);
  });

  test('of a later program is left as it is', async () => {
    const { draftFile, open, file } = place();
    open().note(draft(draftFile('甲.chengce')), [one]);
    const db = openSqlite(file);
    db.pragma('user_version = 9');
    db.close();
    const before = readFileSync(file);
    open().note(draft(draftFile('乙.chengce')), [two]);
    open().switchOn(false);
    expect(await open().elsewhere(draft(draftFile('乙.chengce')), [one])).toEqual([]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('that cannot be written hinders nothing', async () => {
    const { folder, problems } = place();
    const blocked = path.join(folder, 'a file');
    writeFileSync(blocked, '');
    const register = createInvoiceRegister(path.join(blocked, 'data'), folderOf, (error) =>
      problems.push(error),
    );
    register.note(draft('x'), [one]);
    expect(await register.elsewhere(draft('y'), [one])).toEqual([]);
    expect(problems.length).toBe(2);
    expect(existsSync(path.join(blocked, 'data'))).toBe(false);
  });

  test('holds a draft of ten thousand invoices without being noticed', async () => {
    const { draftFile, open } = place();
    const many = Array.from({ length: 10_000 }, (_, row) => ({
      identity: `050001700111/${row}`,
      row: row + 1,
    }));
    const start = performance.now();
    open().note(draft(draftFile('甲.chengce')), many);
    expect(await open().elsewhere(draft(draftFile('乙.chengce')), many)).toHaveLength(10_000);
    // A tenth of a second on a machine that does nothing else.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

/** A database that says it is a register and has none of its tables. */
function emptyDatabase(folder: string): Buffer {
  const file = path.join(folder, 'empty.sqlite');
  rmSync(file, { force: true });
  const db = openSqlite(file, { mustExist: false });
  db.pragma('user_version = 1');
  db.close();
  return readFileSync(file);
}
