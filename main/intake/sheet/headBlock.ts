import { meaningOf } from './headRule.ts';
import { INVOICE_EXTRAS, INVOICE_HEADS, PLAIN_AMOUNT } from './invoiceHeads.ts';
import { COST_GROUPS, COST_ITEMS, GROUP_HEADS, LEDGER_HEADS, SUMMARY_HEADS } from './ledgerHeads.ts';
import { plainHead } from './plainHead.ts';
import { cellAt, type Merge, type Sheet } from './sheet.ts';

/** The rows that name the columns of a sheet. */
export type HeadBlock = {
  /** First and last row, from 0. */
  readonly first: number;
  readonly last: number;
  /** By column: its heads from the top down, as written. */
  readonly paths: readonly (readonly string[])[];
  /** By column: what a row of numbers below the heads says (`1.1`); empty where there is none. */
  readonly numbers: readonly string[];
};

/** Heads are looked for in so many rows; titles and notes stand above them. */
const LOOKED_AT = 60;
const MAX_HEAD_ROWS = 6;
/** A table needs so many known heads; fewer could be any sheet. */
const FEWEST = 3;

/** Finds the heads of a sheet by what they say, wherever they stand; null when it has none that are known. */
export function findHeadBlock(sheet: Sheet): HeadBlock | null {
  const known = Array.from({ length: Math.min(LOOKED_AT, sheet.rows.length) }, (_, row) =>
    knownHeads(sheet, row),
  );
  const most = Math.max(0, ...known);
  const found = known.indexOf(most);
  if (most < 2 || most + (known[found + 1] ?? 0) < FEWEST) return null;
  let first = found;
  while (first > 0 && found - first < MAX_HEAD_ROWS && isHeadRow(sheet, first - 1, known)) first -= 1;
  let last = found;
  while (last - first < MAX_HEAD_ROWS && isHeadRow(sheet, last + 1, known)) last += 1;
  for (const { top, bottom } of sheet.merges) {
    const reaches = top >= first && top <= last && bottom > last && bottom - first < MAX_HEAD_ROWS;
    if (reaches && isOnlyText(sheet, last + 1, bottom)) last = bottom;
  }
  const numbered = isNumberRow(sheet, last + 1);
  const end = numbered ? last + 1 : last;
  const width = widthOf(sheet, first, end);
  return {
    first,
    last: end,
    paths: pathsOf(sheet, first, last, width),
    numbers: Array.from({ length: width }, (_, column) =>
      numbered ? (cellAt(sheet, end, column)?.text ?? '') : '',
    ),
  };
}

/**
 * Heads that nobody knows, for a person who does: the first row of words above figures or days, else the first row of
 * several words. Null when no row has two cells.
 */
export function findUnknownHead(sheet: Sheet): HeadBlock | null {
  const filled = (row: number): number => new Set(textsOf(sheet, row)).size;
  const rows = Array.from({ length: Math.min(LOOKED_AT, sheet.rows.length) }, (_, row) => row).filter(
    (row) => filled(row) >= 2 && isOnlyText(sheet, row, row),
  );
  const row = rows.find((each) => filled(each + 1) >= 2 && !isOnlyText(sheet, each + 1, each + 1)) ?? rows[0];
  if (row === undefined) return null;
  const width = widthOf(sheet, row, row);
  const numbers = Array.from({ length: width }, () => '');
  return { first: row, last: row, paths: pathsOf(sheet, row, row, width), numbers };
}

function textsOf(sheet: Sheet, row: number): readonly string[] {
  return (sheet.rows[row] ?? []).map((cell) => cell?.text ?? '').filter((text) => text !== '');
}

/** Heads of one column in one line, as people and the signature see them. */
export function headLine(path: readonly string[]): string {
  return path.join('/');
}

/** The heads as one text, the same for next month's sheet of the same ledger. */
export function signatureOf(block: HeadBlock): string {
  return block.paths
    .map((path) => path.map((head) => plainHead(head).replace(/\d{2,4}年/g, '年')).join('/'))
    .join('|')
    .slice(0, 10_000);
}

function knownHeads(sheet: Sheet, row: number): number {
  if (isLabelRow(sheet, row)) return 0;
  // A label with its value ("项目编号：RD01") stands above the heads and names no column.
  const texts = (sheet.rows[row] ?? [])
    .map((cell) => cell?.text ?? '')
    .filter((text) => !/[:：]\s*\S/.test(text));
  const heads = new Set(texts.map(plainHead));
  heads.delete('');
  return [...heads].filter(isKnownHead).length;
}

/** A row of labels with their values beside them (项目编号 | RD01 | 项目名称 | 某某) looks like heads and is none. */
function isLabelRow(sheet: Sheet, row: number): boolean {
  const heads = (sheet.rows[row] ?? [])
    .map((cell) => plainHead(cell?.text ?? ''))
    .filter((head) => head !== '');
  const told = heads.filter(
    (head, at) => LABEL.test(head) && at + 1 < heads.length && !isKnownHead(heads[at + 1] ?? ''),
  );
  return told.length >= 2;
}

const LABEL = /^(?:研发)?项目(?:编号|名称)$|^完成情况|实施状态|^支出类型/;

const EXTRAS: ReadonlySet<string> = new Set([...Object.values(INVOICE_EXTRAS).flat(), ...PLAIN_AMOUNT]);

function isKnownHead(head: string): boolean {
  if (head.length > 60) return false;
  return (
    meaningOf(INVOICE_HEADS, [head]) !== undefined ||
    meaningOf(LEDGER_HEADS, [head]) !== undefined ||
    meaningOf(SUMMARY_HEADS, [head]) !== undefined ||
    EXTRAS.has(head) ||
    GROUP_HEADS.test(head) ||
    COST_GROUPS.some(({ like }) => like.test(head)) ||
    COST_ITEMS.some(({ like }) => like.test(head))
  );
}

/** A row that goes on with the heads: known names, and no figure or day among them. */
function isHeadRow(sheet: Sheet, row: number, known: readonly number[]): boolean {
  const cells = (sheet.rows[row] ?? []).filter((cell) => cell !== undefined && cell.text !== '');
  if (cells.length === 0) return false;
  const names = known[row] ?? knownHeads(sheet, row);
  return (
    names >= 2 && names * 2 >= new Set(cells.map((cell) => cell?.text)).size && isOnlyText(sheet, row, row)
  );
}

/** Whether rows hold no figure and no day, as heads do not. */
export function isOnlyText(sheet: Sheet, from: number, to: number): boolean {
  for (let row = from; row <= to; row += 1) {
    for (const cell of sheet.rows[row] ?? []) {
      if (
        cell !== undefined &&
        (cell.number !== null || cell.unworked || /^[-¥\d,./年月日]{4,}$/.test(cell.text)) &&
        !/年$/.test(cell.text)
      )
        return false;
    }
  }
  return true;
}

/** A row of `1 2 3`, `1.1 1.2` or `8=9+10` below the heads. */
function isNumberRow(sheet: Sheet, row: number): boolean {
  const cells = (sheet.rows[row] ?? []).filter((cell) => cell !== undefined && cell.text !== '');
  const numbered = cells.filter((cell) => /^\(?\d{1,2}(?:\.\d{1,2})?\)?(?:\s*=.*)?$/.test(cell?.text ?? ''));
  return numbered.length >= 3 && cells.length - numbered.length <= 2;
}

function widthOf(sheet: Sheet, first: number, last: number): number {
  let width = 0;
  for (let row = first; row <= last; row += 1) width = Math.max(width, sheet.rows[row]?.length ?? 0);
  return width;
}

function pathsOf(sheet: Sheet, first: number, last: number, width: number): readonly (readonly string[])[] {
  const grid = Array.from({ length: last - first + 1 }, (_, index) =>
    Array.from({ length: width }, (_, column) => cellAt(sheet, first + index, column)?.text ?? ''),
  );
  for (const merge of sheet.merges) spread(grid, merge, first, width);
  // Without merged cells (CSV) a group stands over its first column only and means the empty ones to its right.
  for (const [index, row] of grid.slice(0, -1).entries()) {
    const below = grid[index + 1] ?? [];
    for (let column = 1; column < width; column += 1) {
      const isGroup = (row[column - 1] ?? '') !== '' && (below[column - 1] ?? '') !== '';
      if (row[column] === '' && (below[column] ?? '') !== '' && isGroup) row[column] = row[column - 1] ?? '';
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = [];
    for (const row of grid) {
      const head = (row[column] ?? '').replace(/\s+/g, '');
      if (head !== '' && head !== path.at(-1)) path.push(head);
    }
    return path;
  });
}

function spread(grid: string[][], { top, left, bottom, right }: Merge, first: number, width: number): void {
  const text = grid[top - first]?.[left];
  if (text === undefined || text === '') return;
  for (let row = top; row <= Math.min(bottom, first + grid.length - 1); row += 1) {
    const line = grid[row - first];
    if (line === undefined) continue;
    for (let column = left; column <= Math.min(right, width - 1); column += 1) line[column] = text;
  }
}
