import type { LedgerProject, LedgerRow, LedgerStyle } from '../entities/ledger.ts';
import type { Block, Cell, Row } from './block.ts';
import { cell, paragraph } from './blockBuilders.ts';
import { exactRow } from './invoiceSheets.ts';
import { type LedgerPrintColumn, ledgerColumns } from './ledgerColumns.ts';
import { breakLines, textWidth } from './measureText.ts';
import { plainText } from './plainText.ts';

/**
 * Sheet of a sub-ledger: A4 landscape between the margins of domain.md section 5. Rows have exact heights and are
 * cut into pages here, so that PDF and Word agree. All in millimetres, for tables of size `fine` (六号, 7.5 pt).
 */
export const LEDGER_SHEET = {
  textWidth: 225,
  textHeight: 152,
  /** The caption above every table. */
  above: 12,
  line: 3.75,
  padding: 1.3,
  /** Kept free at the foot: borders, and the empty line Word sets for a page break. */
  reserve: 6,
  em: 2.646,
  sidePadding: 1.2,
} as const;

/** An entry longer than this is continued in a further row of its own. */
const MOST_LINES = 16;
/** A figure is printed this much smaller at most rather than broken over two lines; so do main/bundle/typeset and word. */
const LEAST_SCALE = 0.82;

const TITLES: Readonly<Record<LedgerStyle, string>> = {
  '2015': '自主研发“研发支出”辅助账',
  '2021': '研发支出辅助账（2021版）',
  other: '研发支出辅助账',
};

function ems(mm: number): number {
  return (mm - LEDGER_SHEET.sidePadding) / LEDGER_SHEET.em;
}

/** Widths as printed: the columns together fill the sheet. */
function widthsOf(columns: readonly LedgerPrintColumn[]): number[] {
  const all = columns.reduce((sum, { mm }) => sum + mm, 0);
  return columns.map(({ mm }) => (mm / all) * LEDGER_SHEET.textWidth);
}

/** Lines of a cell. A figure, date or number that is a little too wide is printed smaller, on one line. */
function linesOf(text: string, column: LedgerPrintColumn, room: number): string[] {
  const isWord = column.align !== 'left' && !/[\s\p{Script=Han}]/u.test(text);
  const figure = isWord && textWidth(text) * LEAST_SCALE <= room;
  return figure ? [text] : breakLines(text, room);
}

function heightOf(lines: number): number {
  return Math.max(1, lines) * LEDGER_SHEET.line + LEDGER_SHEET.padding;
}

interface Sheet {
  readonly columns: readonly LedgerPrintColumn[];
  readonly widths: readonly number[];
}

/** One row, and when a text is very long further rows that continue it. */
function printedRows({ columns, widths }: Sheet, texts: readonly string[], role: Cell['role']): Row[] {
  const clean = texts.map(plainText);
  const lines = columns.map((column, at) => linesOf(clean[at] ?? '', column, ems(widths[at] ?? 0)));
  const most = Math.max(...lines.map((one) => one.length));
  const cells = (of: readonly string[]) =>
    columns.map(({ align }, at) => cell(of[at] ?? '', { align, role }));
  if (most <= MOST_LINES) return [exactRow(cells(clean), heightOf(most), null)];
  const rows: Row[] = [];
  for (let from = 0; from < most; from += MOST_LINES) {
    const parts = lines.map((one) => one.slice(from, from + MOST_LINES));
    const height = heightOf(Math.max(...parts.map((part) => part.length)));
    rows.push(exactRow(cells(parts.map((part) => part.join('\n'))), height, null));
  }
  return rows;
}

/** What the head of the sheet tells of the project, as its style orders it. */
function factsOf(project: LedgerProject): string {
  const facts: readonly (readonly [string, string])[] =
    project.style === '2015'
      ? [
          ['项目名称', project.name],
          ['项目编号', project.code],
          ['支出类型', project.expenseType ?? ''],
          ['实施状态', project.status],
        ]
      : [
          ['项目编号', project.code],
          ['项目名称', project.name],
          ['完成情况', project.status],
          ['支出类型', project.expenseType ?? ''],
        ];
  return plainText(facts.map(([label, value]) => `${label}：${value}`).join('　　')).replaceAll('\n', ' ');
}

/** The two rows of column heads; a head that stands alone goes through both. */
function headRows({ columns, widths }: Sheet): Row[] {
  const above: Cell[] = [];
  const below: Cell[] = [];
  let most = 1;
  for (let at = 0; at < columns.length; ) {
    const { group, head } = columns[at] ?? { group: null, head: '' };
    let to = at + 1;
    if (group === null) above.push(cell(head, { role: 'head', align: 'center', rows: 2 }));
    else {
      while (to < columns.length && columns[to]?.group === group) to += 1;
      above.push(cell(group, { role: 'head', align: 'center', span: to - at }));
      for (const one of columns.slice(at, to)) below.push(cell(one.head, { role: 'head', align: 'center' }));
    }
    at = to;
  }
  for (const [at, { head, group }] of columns.entries()) {
    const lines = breakLines(head, ems(widths[at] ?? 0)).length;
    most = Math.max(most, group === null ? lines - 1 : lines);
  }
  return [exactRow(above, heightOf(1), null), exactRow(below, heightOf(most), null)];
}

/** An absurdly long project name is printed smaller rather than left without a page for its vouchers. */
const MOST_HEAD_LINES = 4;
/** Columns at the right end of the project's line that hold unit and page. */
const UNIT_COLUMNS = 4;

function headOf(sheet: Sheet, project: LedgerProject, page: number, pages: number): Row[] {
  const { columns, widths } = sheet;
  const facts = factsOf(project);
  const split = columns.length - UNIT_COLUMNS;
  const room = widths.slice(0, split).reduce((sum, mm) => sum + mm, 0);
  const unit = `第 ${page} 页，共 ${pages} 页　　单位：元`;
  return [
    exactRow(
      [
        cell(facts, { role: 'label', align: 'left', span: split }),
        cell(unit, { role: 'label', align: 'right', span: UNIT_COLUMNS }),
      ],
      heightOf(Math.min(MOST_HEAD_LINES, breakLines(facts, ems(room)).length)),
      null,
    ),
    ...headRows(sheet),
  ];
}

function sum(rows: readonly Row[]): number {
  return rows.reduce((all, { height }) => all + (height?.mm ?? 0), 0);
}

/** Rows cut into pages; the last ones, which belong together, are never alone. */
function cut(rows: readonly Row[], room: number): Row[][] {
  const pages: Row[][] = [[]];
  let used = 0;
  for (const [index, one] of rows.entries()) {
    const height = sum([one]);
    // The total needs a row above it.
    const along = index === rows.length - 2 ? sum(rows.slice(-1)) : 0;
    if ((pages.at(-1)?.length ?? 0) > 0 && used + height + along > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(one);
    used += height;
  }
  return pages;
}

function textsOf(columns: readonly LedgerPrintColumn[], voucher: LedgerRow): string[] {
  return columns.map(({ text }) => text(voucher));
}

/** The last row: what is added up, with its name across the columns before the first figure. */
function totalRow({ columns, widths }: Sheet, project: LedgerProject, anchor: string | null): Row {
  const texts = columns.map(({ total }) => total(project));
  const first = columns.findIndex(({ align }) => align === 'right');
  const label = project.style === '2015' ? '合计' : '金额合计';
  const cells = [
    cell(label, { role: 'total', align: 'center', span: Math.max(1, first) }),
    ...texts.slice(Math.max(1, first)).map((text) => cell(text, { role: 'total', align: 'right' })),
  ];
  const lines = columns.map((column, at) => linesOf(texts[at] ?? '', column, ems(widths[at] ?? 0)).length);
  return exactRow(cells, heightOf(Math.max(...lines)), anchor);
}

/**
 * A project's sub-ledger, every voucher of it, in the layout of its style: the pages it takes, each a table of its own
 * under the same head, the last one with the sum.
 * @param end anchor of the last row; null where the ledger goes on with another project
 */
export function ledgerSheets(project: LedgerProject, end: string | null): readonly (readonly Block[])[] {
  const columns = ledgerColumns(project);
  const sheet: Sheet = { columns, widths: widthsOf(columns) };
  const opening = columns.map((one) => one.opening(project));
  const rows = [
    ...(opening.some((text) => text !== '') ? printedRows(sheet, opening, 'value') : []),
    ...project.rows.flatMap((voucher) => printedRows(sheet, textsOf(columns, voucher), 'value')),
    totalRow(sheet, project, end),
  ];
  const { textHeight, above, reserve } = LEDGER_SHEET;
  const room = textHeight - above - reserve - sum(headOf(sheet, project, 1, 1));
  const pages = cut(rows, room);
  const title = TITLES[project.style];
  return pages.map((own, index): readonly Block[] => [
    paragraph('tableCaption', index === 0 ? title : `${title}（续 ${index}）`, 'center'),
    {
      type: 'table',
      anchor: index === 0 ? `ledger.${project.id}.rows` : null,
      style: 'data',
      columns: sheet.widths,
      head: headOf(sheet, project, index + 1, pages.length),
      rows: own,
      size: 'fine',
    },
  ]);
}
