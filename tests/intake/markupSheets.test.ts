import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../main/intake/reading/readContent.ts';
import { readFiles } from '../../main/intake/reading/readFiles.ts';
import { openSheet } from '../../main/intake/sheet/openSheet.ts';
import { htmlPage, htmlTable, xmlSpreadsheet } from './markupFiles.ts';
import { type Made, type MadeSheet, sheet2015, sheetFolder } from './sheetFiles.ts';

const folder = sheetFolder();
const NUMBER = '24112000000048542163';

function write(name: string, text: string, encoding = 'utf-8'): string {
  const path = join(folder, name);
  writeFileSync(path, iconv.encode(text, encoding, { addBOM: encoding === 'utf16-le' }));
  return path;
}

const read = (path: string) => readContent({ path, mappings: [] }, () => undefined);
const readText = (text: string, encoding?: string) => read(write('导出.xls', text, encoding));
const numbersIn = async (text: string, encoding?: string) =>
  (await readText(text, encoding)).invoices.map(
    ({ fields }) => fields.find(({ field }) => field === 'number')?.value,
  );

async function cellsOf(text: string, type: 'html' | 'xml-spreadsheet') {
  const opened = await openSheet(write('格.xls', text), type);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.sheets.map(({ rows }) => rows.map((row) => Array.from(row, (cell) => cell?.text ?? '')));
}

const list = (numbers: readonly string[] = [NUMBER]): MadeSheet => ({
  name: '发票',
  rows: [
    ['发票号码', '开票日期', '销方名称', '金额', '税额', '价税合计'],
    ...numbers.map((number): Made[] => [number, '2024-05-28', '甲 & 乙 <公司>', '100.00', '13.00', '113.00']),
  ],
});
const ledgerRows: readonly (readonly Made[])[] = [
  [3, 5, '记', '0012', '计提工资', 1200.5, null, '借', 1200.5, 1000, 200.5],
  ['合计', null, null, null, null, 1200.5, null, null, null, 1000, 200.5],
];
const ledger = sheet2015({ name: 'RD01', rows: ledgerRows });

describe.each([
  ['a page in GB 18030', htmlPage(htmlTable(list())), 'gb18030'],
  ['a page in UTF-8', htmlPage(htmlTable(list()), 'utf-8'), 'utf-8'],
  ['a page in UTF-8 that says GB 2312', htmlPage(htmlTable(list())), 'utf-8'],
  ['a page in UTF-16', htmlPage(htmlTable(list())), 'utf16-le'],
  ['a table without a page', htmlTable(list()), 'gb18030'],
  ['a page with a comment in front', `<!-- 导出 -->${htmlPage(htmlTable(list()))}`, 'gb18030'],
  ['a page of XHTML', `<?xml version="1.0"?>\n<!DOCTYPE html>${htmlPage(htmlTable(list()))}`, 'utf-8'],
  ['an XML spreadsheet', xmlSpreadsheet([list()]), 'utf-8'],
  ['an XML spreadsheet in GB 18030', xmlSpreadsheet([list()], 'GB2312'), 'gb18030'],
])('an invoice list that is %s', (_, text, encoding) => {
  it('gives its invoices with all twenty digits, and is no XML invoice', async () => {
    const { invoices, tables, problems } = await readText(text, encoding);
    expect(problems).toEqual([]);
    expect(tables).toMatchObject([{ rows: 1, sure: true, mapping: { kind: 'invoice-list' } }]);
    const fields = Object.fromEntries((invoices[0]?.fields ?? []).map((field) => [field.field, field]));
    expect(fields).toMatchObject({
      number: { value: NUMBER, source: 'sheet' },
      'seller.name': { value: '甲 & 乙 <公司>' },
      totalFen: { value: 11_300 },
    });
  });
});

describe.each([
  ['a page', htmlPage(htmlTable(ledger))],
  ['an XML spreadsheet', xmlSpreadsheet([ledger])],
])('a ledger of the 2015 style that is %s', (_, text) => {
  it('is read with its joined heads and what stands above them', async () => {
    const read = await readText(text);
    expect(read.problems).toEqual([]);
    expect(read.ledger).toMatchObject([
      {
        style: '2015',
        code: 'RD01',
        year: 2019,
        rows: [{ date: '2019-03-05', voucherNumber: '0012', voucherFen: 120_050 }],
        printedTotals: { voucherFen: 120_050, details: { personnel: 120_050 } },
      },
    ]);
  });
});

describe('the cells of a page', () => {
  it('are what is shown: entities, line breaks and tags inside, scripts and comments not', async () => {
    const row =
      '<td>a&nbsp;&lt;b&gt;&#x4e00;&#20108;<td>一<br>二<!-- x --><b>三</b><td><script>1</script>="007"<th>\'008<td>&unknown; 1 < 2';
    expect(await cellsOf(`<table><tr>${row}</table>`, 'html')).toEqual([]);
    const known = '<tr><td>发票号码<td>开票日期<td>价税合计';
    expect(await cellsOf(`<TABLE>${known}<TR>${row}</TABLE>`, 'html')).toEqual([
      [
        ['发票号码', '开票日期', '价税合计'],
        ['a <b>一二', '一 二三', '007', '008', '&unknown; 1 < 2'],
      ],
    ]);
  });

  it('too narrow for their number have the number that stands beside it', async () => {
    const page = `<table><tr><td>发票号码<td>开票日期<td>价税合计<tr><td x:str>${NUMBER}<td x:num="43529">2019/3/5<td x:num="113.5">####</table>`;
    expect((await cellsOf(page, 'html'))[0]?.[1]).toEqual([NUMBER, '2019/3/5', '113.5']);
  });

  it('in powers of ten are doubtful as in any spreadsheet', async () => {
    const { invoices } = await readText(htmlPage(htmlTable(list(['2.4112E+19']))));
    expect(invoices[0]?.problems.map(({ code }) => code)).toEqual(['digits-lost']);
    expect(invoices[0]?.fields[0]).toMatchObject({ value: '2.4112E+19', confidence: 'doubtful' });
  });
});

describe('tables of a page', () => {
  const table = htmlTable(ledger);
  const [title = '', facts = ''] = ['自主研发“研发支出”辅助账', '项目编号：RD07  项目名称：另一项目'];
  const bare = htmlTable({ ...ledger, rows: [[], [], ...ledger.rows.slice(2)] });

  it('have their titles in lines or tables above them', async () => {
    const page = `<h2>${title}</h2><table><tr><td>${facts}</td></tr></table>${bare}`;
    expect((await readText(htmlPage(page))).ledger).toMatchObject([{ code: 'RD07', name: '另一项目' }]);
  });

  it('of two projects are two ledgers, each with its own title', async () => {
    const page = `${table}<p>${title}</p><p>${facts}</p>${bare}`;
    const { ledger: read } = await readText(htmlPage(page));
    expect(read.map(({ code, rows }) => [code, rows.length])).toEqual([
      ['RD01', 1],
      ['RD07', 1],
    ]);
  });

  it('that are the pages of one list are one list', async () => {
    const page = [[NUMBER], ['24112000000048542164']].map((one) => htmlTable(list(one))).join('<hr>');
    const { tables } = await readText(htmlPage(page));
    expect(tables.map(({ rows }) => rows)).toEqual([2]);
  });

  it('whose heads are a table of their own have their rows in the next', async () => {
    const [head = [], ...rows] = list().rows;
    const page = [[head], rows].map((some) => htmlTable({ name: '', rows: some })).join('');
    expect(await numbersIn(htmlPage(page))).toEqual([NUMBER]);
  });

  it('inside a table that only lays out the page are read', async () => {
    const page = `<table><tr><td>导航</td><td>${htmlTable(list())}</td></tr></table>`;
    expect(await numbersIn(htmlPage(page))).toEqual([NUMBER]);
  });

  it('that frame one cell are that cell', async () => {
    const page = htmlTable(list()).replace(NUMBER, `<table><tr><td>${NUMBER}</td></tr></table>`);
    expect(await numbersIn(htmlPage(page))).toEqual([NUMBER]);
  });

  it('of something else, and pages without any, give nothing and no problem', async () => {
    const nothing = { invoices: [], tables: [], ledger: [], problems: [] };
    expect(await readText(htmlPage('<table><tr><td>姓名<td>电话</table>'))).toMatchObject(nothing);
    expect(await readText(htmlPage('<EInvoice>发票</EInvoice>'))).toMatchObject(nothing);
  });

  it('that lie in other files, as a page with frames says, are told', async () => {
    const page = '<html><frameset rows="*"><frame src="a.files/sheet001.htm"></frameset></html>';
    expect((await readText(page)).problems.map(({ code }) => code)).toEqual(['file-type-unsupported']);
  });
});

describe('the cells of an XML spreadsheet', () => {
  const sheet = (cells: string) =>
    xmlSpreadsheet([{ name: '清单', rows: [['x']] }]).replace(/<Row[\s\S]*<\/Row>/, `<Row>${cells}</Row>`);

  it('keep digits, days, formats and places', async () => {
    const cells = [
      `<Cell><Data ss:Type="Number">${NUMBER}</Data></Cell>`,
      '<Cell ss:StyleID="no"><Data ss:Type="Number">12345</Data></Cell>',
      '<Cell ss:Index="4" ss:StyleID="day"><Data ss:Type="DateTime">2019-03-05T00:00:00.000</Data></Cell>',
      '<Cell ss:StyleID="day"><Data ss:Type="Number">43529</Data></Cell>',
      '<Cell><ss:Data ss:Type="String"><B>粗</B><Font>体</Font></ss:Data></Cell>',
    ];
    expect(await cellsOf(sheet(cells.join('')), 'xml-spreadsheet')).toEqual([
      [[NUMBER, '00012345', '', '2019-03-05', '2019-03-05', '粗体']],
    ]);
  });

  it('know hidden sheets and formulas without a value', async () => {
    const text = xmlSpreadsheet([
      { name: '封面', rows: [['封面']] },
      { ...list(), hidden: true },
    ])
      .replace(/<Data ss:Type="String">113.00<\/Data>/, '')
      .replace(/(<Cell ss:Index="6"[^>]*)>(?=<\/Cell>)/, '$1 ss:Formula="=RC[-2]+RC[-1]">');
    const { problems } = await readText(text);
    expect(problems.map(({ code }) => code).sort()).toEqual(['formula-without-value', 'sheet-hidden']);
  });

  it('bring no document type and no entities', async () => {
    const text = xmlSpreadsheet([list()]).replace('<Workbook', '<!DOCTYPE a [<!ENTITY b "1">]><Workbook');
    expect((await readText(text)).problems.map(({ code }) => code)).toEqual(['file-damaged']);
  });
});

describe('a table made to hurt', () => {
  /** What one file gives in a child of the product with its own limits of time and memory. */
  const reading = async (text: string) => {
    const [found] = await readFiles([{ path: write('坏.xls', text) }]);
    return {
      first: found?.invoices[0]?.fields[0]?.value,
      codes: [...new Set(found?.problems.flatMap(({ code }) => (ABOUT_CELLS.has(code) ? [] : [code])))],
    };
  };
  const ABOUT_CELLS = new Set(['date-unreadable', 'amount-unreadable']);
  const good = htmlTable(list());
  const some = (text: string, times: number) => text.repeat(times);
  const [all, cut] = [[], ['sheet-too-large']];

  it.each([
    ['50 MB of open cells', `${good}<table><tr>${some('<td>', 12_500_000)}`, cut],
    ['50 MB of cells with text', `${good}<table><tr>${some('<td>1', 10_000_000)}`, cut],
    ['rows without end', `${good}<table>${some('<tr><td>', 2_000_000)}`, cut],
    ['a million tables', `${good}${some('<table><td></table>', 1e6)}`, cut],
    ['cells that span everything', good + some('<tr><td colspan=9999999 rowspan=9999999>1', 1e6), cut],
    ['50 MB of other tags', `${good}${some('a<b>', 12_500_000)}`, cut],
    ['a quote that never closes', `${good}<table><tr><td title="${some("<td>a='", 2e6)}`, all],
    ['a script that never ends', `${good}<script>${some('<script></scrip', 2e6)}`, all],
  ])('by %s is read as far as the limits go, told, and ends', async (_, text, codes) => {
    expect(await reading(text)).toEqual({ first: NUMBER, codes });
  });

  it.each([
    ['a million tables inside each other', `${good}${some('<table><tr><td>', 1e6)}`],
    [
      'XML of too many cells',
      xmlSpreadsheet([list()]).replace('<Row', `<Row>${some('<Cell/>', 2e6)}</Row><Row`),
    ],
    [
      'XML a million levels deep',
      xmlSpreadsheet([list()]).replace('<Row', `${some('<Row>', 1e6)}${some('</Row>', 1e6)}<Row`),
    ],
    [
      'XML a hundred levels deep',
      xmlSpreadsheet([list()]).replace('<Row', `${some('<Row>', 100)}${some('</Row>', 100)}<Row`),
    ],
  ])('by %s is refused, and that is told', async (_, text) => {
    expect(await reading(text)).toEqual({ first: undefined, codes: ['file-too-large'] });
  });

  it('by comments before anything else is let alone', async () => {
    expect(await reading(some('<!---->', 1e6) + good)).toEqual({ first: undefined, codes: [] });
  });

  it('by XML cells as far away as can be is read up to them', async () => {
    const far =
      '<Row ss:Index="99999999"><Cell ss:Index="99999999"><Data ss:Type="String">1</Data></Cell></Row>';
    const text = xmlSpreadsheet([list()]).replace('</Table>', `${far}</Table>`);
    expect(await reading(text)).toEqual({ first: NUMBER, codes: cut });
  });
});
