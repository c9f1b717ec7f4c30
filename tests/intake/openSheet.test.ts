import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openSheet, type SheetType } from '../../main/intake/sheet/openSheet.ts';
import type { Sheet } from '../../main/intake/sheet/sheet.ts';
import { type Made, sheetFolder, writeWorkbook } from './sheetFiles.ts';

const folder = sheetFolder();

async function sheetsOf(path: string, type: SheetType): Promise<readonly Sheet[]> {
  const opened = await openSheet(path, type);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.sheets;
}

async function cellsOf(path: string, type: SheetType) {
  const [sheet] = await sheetsOf(path, type);
  return (sheet?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? ''));
}

function writeText(name: string, text: string, encoding: string): string {
  const path = join(folder, name);
  writeFileSync(path, iconv.encode(text, encoding, { addBOM: /bom|16/.test(name) }));
  return path;
}

const rows: readonly (readonly Made[])[] = [
  ['发票号码', '金额', '日期'],
  ['24112000000048542163', { v: 1234.5, z: '#,##0.00' }, { v: 43529, z: 'yyyy/m/d' }],
  ['01234567', { v: 1234567, z: '00000000' }, '2019.3.5'],
];

describe.each(['xlsx', 'xls'] as const)('a workbook .%s', (type) => {
  it('keeps text as text, figures as they are shown, and serial numbers as days', async () => {
    const path = writeWorkbook(folder, `cells.${type}`, [{ name: '清单', rows }]);
    expect(await cellsOf(path, type)).toEqual([
      ['发票号码', '金额', '日期'],
      ['24112000000048542163', '1,234.50', '2019-03-05'],
      ['01234567', '01234567', '2019.3.5'],
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const made = [{ name: '清单', rows: [[{ v: 43529 - 1462, z: 'yyyy-mm-dd' }]] }];
    const path = writeWorkbook(folder, `1904.${type}`, made, { date1904: true });
    expect(await cellsOf(path, type)).toEqual([['2019-03-05']]);
  });

  it('knows hidden sheets and joined cells', async () => {
    const made = [
      { name: '封面', rows: [['封面']] },
      { name: '旧账', rows: [['a', null, 'b']], merges: ['A1:B2'], hidden: true },
    ];
    const sheets = await sheetsOf(writeWorkbook(folder, `hidden.${type}`, made), type);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['封面', false],
      ['旧账', true],
    ]);
    expect(sheets[1]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  });
});

it('reads Chinese text of an old .xls in code page 936', async () => {
  // BIFF 5 with a code page record, as programs of the nineties write it; the library writes no Chinese in it itself.
  const path = writeWorkbook(folder, 'biff5.xls', [{ name: 'S', rows: [['PLACEHOLDER', 12.5]] }], {
    biff: 5,
  });
  const bytes = readFileSync(path);
  const at = bytes.indexOf('PLACEHOLDER');
  iconv.encode('发票号码清', 'gbk').copy(bytes, at);
  bytes.write(' ', at + 10);
  const page = bytes.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
  bytes.writeUInt16LE(936, page + 4);
  writeFileSync(path, bytes);
  expect(await cellsOf(path, 'xls')).toEqual([['发票号码清', '12.5']]);
});

describe('formulas whose result the file does not hold', () => {
  const worked = async (formula: string) => {
    const made = [
      [1.1, 2.2, '甲', { f: formula }],
      [3.3, -4, null, { f: 'A1+B1' }],
    ];
    const [sheet] = await sheetsOf(
      writeWorkbook(folder, 'formula.xlsx', [{ name: '账', rows: made }]),
      'xlsx',
    );
    const cell = sheet?.rows[0]?.[3];
    return cell?.unworked === true ? 'unworked' : cell?.number;
  };

  it.each([
    ['SUM(A1:B2)', 2.6],
    ['SUM(A1,B1:B2,10)', 9.3],
    ['A1+B1-A2', 0],
    ['-A1+(B2-1)', -6.1],
    ['SUM(A1:C1)', 3.3],
    ['$A$1+SUM(D2)', 4.4],
    ['A1+Z99', 1.1],
  ])('%s is worked out', async (formula, value) => {
    expect(await worked(formula)).toBe(value);
  });

  it.each([
    'D1+1',
    'A1*2',
    'VLOOKUP(A1,B:C,2,0)',
    "cmd|'/c calc'!A0",
    'Sheet2!A1',
    'SUM(A1:',
    '1+',
    'HYPERLINK("http://x")',
  ])('%s is left without a value, and ends nothing', async (formula) => {
    expect(await worked(formula)).toBe('unworked');
  });
});

describe('separated text', () => {
  const table =
    '发票号码,用途\r\n24112000000048542163,"服务器, 两台"\r\n="01234567","他说""好""\n第二行"\r\n';
  const expected = [
    ['发票号码', '用途'],
    ['24112000000048542163', '服务器, 两台'],
    ['01234567', '他说"好"\n第二行'],
  ];

  it.each([
    ['utf-8.csv', 'utf-8'],
    ['utf-8-bom.csv', 'utf-8'],
    ['gb18030.csv', 'gb18030'],
    ['utf-16le.csv', 'utf-16le'],
    ['utf-16be.csv', 'utf-16be'],
  ])('is read in the encoding of %s', async (name, encoding) => {
    expect(await cellsOf(writeText(name, table, encoding), 'text')).toEqual(expected);
  });

  it.each([
    ['\t', '发票号码\t金额\n0001\t1,234.50\n0002\t2,000.00\n'],
    [';', '发票号码;金额\n0001;1,234.50\n0002;2,000.00\n'],
    ['|', '发票号码|金额\n0001|1,234.50\n0002|2,000.00\n'],
    ['sep', 'sep=;\n发票号码;金额\n0001;1,234.50\n0002;2,000.00\n'],
  ])('knows its separator (%j) although amounts hold commas', async (_, text) => {
    expect(await cellsOf(writeText('separator.txt', text, 'utf-8'), 'text')).toEqual([
      ['发票号码', '金额'],
      ['0001', '1,234.50'],
      ['0002', '2,000.00'],
    ]);
  });

  it('takes a quote that is never closed for a letter, so that no row is swallowed', async () => {
    const path = writeText('quote.csv', '号码,用途\n1,"12 寸屏\n2,服务器\n3,交换机\n', 'utf-8');
    expect(await cellsOf(path, 'text')).toEqual([
      ['号码', '用途'],
      ['1', '"12 寸屏'],
      ['2', '服务器'],
      ['3', '交换机'],
    ]);
  });

  it('drops the tabs and apostrophes that keep long numbers from spreadsheets', async () => {
    const path = writeText(
      'tabs.csv',
      "发票号码,金额\n24112000000048542163\t,1\n'24112000000048542164,2\n",
      'gb18030',
    );
    expect((await cellsOf(path, 'text')).map(([number]) => number).slice(1)).toEqual([
      '24112000000048542163',
      '24112000000048542164',
    ]);
  });

  it('keeps GB 18030 that was cut in the middle of a character', async () => {
    const bytes = iconv.encode('发票号码,金额\n甲公司设备款,1\n乙公司设', 'gb18030');
    const path = join(folder, 'cut.csv');
    writeFileSync(path, bytes.subarray(0, -1));
    expect((await cellsOf(path, 'text')).slice(0, 2)).toEqual([
      ['发票号码', '金额'],
      ['甲公司设备款', '1'],
    ]);
  });
});
