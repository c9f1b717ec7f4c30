import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSheet } from '../../main/intake/sheet/readSheet.ts';
import type { ColumnMeaning, TableMapping } from '../../shared/entities/tableReading.ts';
import { isLeftOut } from '../../shared/evidence/isLeftOut.ts';
import { type Made, type MadeSheet, sheetFolder, writeWorkbook } from './sheetFiles.ts';

const folder = sheetFolder();

const read = (sheets: readonly MadeSheet[], mappings: readonly TableMapping[] = []) =>
  readSheet(writeWorkbook(folder, 'given.xlsx', sheets), 'xlsx', mappings);
const sheet = (...rows: Made[][]): MadeSheet => ({ name: '清单', rows });

/** The mapping of the first table, with some of its columns changed. */
async function mappingOf(made: MadeSheet, changed: Readonly<Record<number, ColumnMeaning>> = {}) {
  const [table] = (await read([made])).tables;
  if (table === undefined) throw new Error('the table was not seen');
  const columns = table.mapping.columns.map((meaning, column) => changed[column] ?? meaning);
  return { ...table.mapping, columns };
}

describe('what heads do not tell', () => {
  const plain = sheet(['发票号码', '供货方', '金额', '事由'], ['00012345', '甲公司', 113, '改造']);

  it('is left open, and columns given without it do not answer it', async () => {
    const mapping = await mappingOf(plain, { 3: 'use' });
    expect(mapping.columns).toEqual(['number', 'seller.name', null, 'use']);
    const reading = await read([plain], [mapping]);
    expect(reading.invoices).toEqual([]);
    expect(reading.tables[0]).toMatchObject({ sure: false });
    expect(reading.tables[0]?.missing.join()).toContain('金额');
    const chosen = await read([plain], [await mappingOf(plain, { 2: 'totalFen' })]);
    expect(chosen.tables[0]).toMatchObject({ sure: true, rows: 1 });
  });

  it('stays asked where several columns are alike, until one is chosen', async () => {
    const alike = sheet(
      ['发票号码', '开票日期', '不含税金额', '价税合计', '含税金额', '事由'],
      ['00012345', '2019-03-05', 100, 113, 113, '改造'],
    );
    const other = await read([alike], [await mappingOf(alike, { 5: 'use' })]);
    expect(other.tables[0]).toMatchObject({ sure: false });
    expect(other.tables[0]?.missing.join()).toContain('几列都像“价税合计”');
    const chosen = await read([alike], [await mappingOf(alike, { 4: 'totalFen' })]);
    expect(chosen.tables[0]).toMatchObject({ sure: true, rows: 1 });
  });

  it('stays a problem where amounts are in 千元: no choice of columns makes them right', async () => {
    const thousand = sheet(
      ['发票号码', '开票日期', '价税合计（千元）', '事由'],
      ['00012345', '2019-03-05', 1, '改造'],
    );
    const reading = await read([thousand], [await mappingOf(thousand, { 3: 'use' })]);
    expect(reading.tables[0]?.missing.join()).toContain('千元');
    expect(reading.invoices).toEqual([]);
  });
});

describe('a sheet whose heads nobody knows', () => {
  const strange = sheet(
    ['我司付款台账'],
    ['单号', '开具单位', '实付', '备查'],
    ['00012345', '甲公司', 113, '改造'],
    ['00012346', '乙公司', 226, '改造'],
  );

  it('tells nothing, and is there for a person to say what it holds', async () => {
    const reading = await read([strange]);
    expect([reading.tables, reading.invoices, reading.problems]).toEqual([[], [], []]);
    expect(reading.unrecognised).toMatchObject([
      { heads: ['单号', '开具单位', '实付', '备查'], sure: false, rows: 0, mapping: { headRow: 1 } },
    ]);
    expect(reading.unrecognised[0]?.preview[0]).toEqual(['00012345', '甲公司', '113', '改造']);
  });

  it('reads by the columns a person gave, and so does the next file with these heads', async () => {
    const found = (await read([strange])).unrecognised[0]?.mapping;
    if (found === undefined) throw new Error('the sheet was not offered');
    const mapping: TableMapping = { ...found, columns: ['number', 'seller.name', 'totalFen', null] };
    const reading = await read([strange], [mapping]);
    expect(reading.unrecognised).toEqual([]);
    expect(reading.tables).toMatchObject([{ sure: true, rows: 2 }]);
    expect(reading.invoices[0]?.fields.map(({ field, value }) => [field, value])).toEqual([
      ['number', '00012345'],
      ['totalFen', 11300],
      ['seller.name', '甲公司'],
    ]);
    const next = sheet(['单号', '开具单位', '实付', '备查'], ['00012399', '丙公司', 50, '']);
    expect((await read([next], [mapping])).invoices).toHaveLength(1);
  });

  it('is none at all when no row has two cells, and an invoice list when two heads say so', async () => {
    expect((await read([sheet(['说明'], ['请逐项填写'])])).unrecognised).toEqual([]);
    const short = await read([sheet(['发票号码', '价税合计'], ['00012345', 113])]);
    expect([short.invoices.length, short.unrecognised.length]).toEqual([1, 0]);
  });
});

describe('a sheet that is left out', () => {
  const heads = ['发票号码', '开票日期', '价税合计'];
  const of = (name: string, number: string): MadeSheet => ({
    name,
    rows: [heads, [number, '2019-03-05', 113]],
  });
  const two = [of('三月', '00012345'), of('草稿', '00012399')];

  it('gives no rows, and says so; another one with the same heads reads as it did', async () => {
    const mapping = await mappingOf(of('三月', '00012345'));
    const reading = await read(two, [{ ...mapping, columns: [], without: ['草稿'] }]);
    expect(reading.invoices).toHaveLength(1);
    expect(reading.tables).toMatchObject([
      { sheet: '三月', sure: true, rows: 1 },
      { sheet: '草稿', sure: true, rows: 0, mapping: { without: ['草稿'] } },
    ]);
    expect(reading.problems).toMatchObject([{ code: 'sheet-left-out', severity: 'hint' }]);
  });

  it('needs no columns, and answers nothing for the others', async () => {
    const doubt = (name: string): MadeSheet => ({
      name,
      rows: [
        ['发票号码', '供货方', '金额'],
        ['00012345', '甲公司', 113],
      ],
    });
    const mapping = await mappingOf(doubt('三月'));
    const left = { ...mapping, columns: [], without: ['草稿'] };
    const reading = await read([doubt('三月'), doubt('草稿')], [left]);
    expect(reading.tables.map(({ sure }) => sure)).toEqual([false, true]);
  });

  it('is read again when a newer choice has it back', async () => {
    const mapping = { ...(await mappingOf(of('三月', '00012345'))), columns: [] };
    const reading = await read(two, [
      { ...mapping, without: [] },
      { ...mapping, without: ['草稿'] },
    ]);
    expect(reading.invoices).toHaveLength(2);
  });
});

it('a text file that was left out when its sheet still had a name stays left out, and comes back by its name now', async () => {
  const path = join(folder, 'list.csv');
  writeFileSync(path, '发票号码,开票日期,价税合计\n00012345,2019-03-05,113\n');
  const [found] = (await readSheet(path, 'text', [])).tables;
  if (found === undefined) throw new Error('the list was not seen');
  const { tables, invoices } = await readSheet(path, 'text', [{ ...found.mapping, without: ['文本'] }]);
  expect(invoices).toEqual([]);
  expect(tables.map(isLeftOut)).toEqual([true]);
  expect(tables[0]?.mapping.without).toEqual(['']);
});
