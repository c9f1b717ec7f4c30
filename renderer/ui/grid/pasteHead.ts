import type { MoneyUnit } from '../../../shared/entities/money.ts';
import type { GridColumn } from './gridColumn.ts';

/** A unit as a head names it; `money` is null for one that is not read (千元, 美元). */
type HeadUnit = { readonly word: string; readonly money: MoneyUnit | null };

/** Where the cells below one cell of a head go; `unit` is null where the head names none. */
export type HeadCell<Row> = { readonly column: GridColumn<Row> | null; readonly unit: HeadUnit | null };

/** A head of a pasted table and how many lines it takes with the title above it. */
export type PasteHead<Row> = {
  readonly lines: number;
  readonly cells: readonly HeadCell<Row>[];
  /** What is read in another unit than its column's: 金额按“元”读取. */
  readonly units: readonly string[];
};

/** Lines above a head that may be its title, who made it and its unit. */
const MOST_TITLE_LINES = 4;
const MONEY_UNITS: Readonly<Record<string, MoneyUnit>> = { 元: 'yuan', 万元: 'wanyuan' };

/**
 * The head of a pasted table: its first line that names columns, at least two and half of its cells; lines of one
 * cell (a title) or with a unit may stand above. Null when there is none. Money below it is of the unit the head
 * names, else of the one that stands above it.
 */
export function findHead<Row>(
  table: readonly (readonly string[])[],
  columns: readonly GridColumn<Row>[],
): PasteHead<Row> | null {
  let above: HeadUnit | null = null;
  for (const [index, line] of table.slice(0, MOST_TITLE_LINES + 1).entries()) {
    const cells = headCells(line, columns, above);
    if (cells !== null) return { lines: index + 1, cells, units: cells.flatMap(unitWords) };
    const unit = line.map(unitLine).find((one) => one !== null) ?? null;
    if (unit === null && line.filter((cell) => cell.trim() !== '').length > 1) return null;
    above = unit ?? above;
  }
  return null;
}

function headCells<Row>(
  line: readonly string[],
  columns: readonly GridColumn<Row>[],
  above: HeadUnit | null,
): readonly HeadCell<Row>[] | null {
  const byName = new Map<string, GridColumn<Row>>();
  for (const column of columns)
    for (const title of [column.title, ...column.aliases]) {
      const { name } = parts(title);
      if (!byName.has(name)) byName.set(name, column);
    }
  const cells = line.map((cell): HeadCell<Row> => {
    const { name, unit } = parts(cell);
    const column = byName.get(name) ?? null;
    return { column, unit: column?.kind === 'money' ? (unit ?? above) : null };
  });
  const named = cells.filter(({ column }) => column !== null).length;
  const written = line.filter((cell) => cell.trim() !== '').length;
  return named >= 2 && named * 2 >= written ? cells : null;
}

/** A head's name without blanks and marks, and its unit: 金额（元）, 金 额(单位：元), 金额/元 are 金额 in 元. */
function parts(text: string): { readonly name: string; readonly unit: HeadUnit | null } {
  const plain = plainWords(text).replace('(人民币)', '');
  const [, name = plain, bracketed, behind] =
    /^(.+?)(?:\((?:单位)?([^()]*元)\)|[/,，、_-](\p{Script=Han}?元))$/u.exec(plain) ??
    (/[\s]/.test(text.trim()) ? /^(.+?)()(万?元)$/u.exec(plain) : null) ??
    [];
  const word = bracketed === undefined || bracketed === '' ? behind : bracketed;
  return { name: name.toUpperCase(), unit: word === undefined ? null : unitOf(word) };
}

/** 单位：万元, also within a line of its own in brackets. */
function unitLine(cell: string): HeadUnit | null {
  const word = /(?:金额)?单位(?:为|是)?\(?(\p{Script=Han}*元)\)?$/u.exec(plainWords(cell))?.[1];
  return word === undefined ? null : unitOf(word);
}

function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/[\s*:]/g, '');
}

function unitOf(text: string): HeadUnit {
  const word = text.replace(/^人民币/, '');
  return { word, money: MONEY_UNITS[word] ?? null };
}

function unitWords<Row>({ column, unit }: HeadCell<Row>): readonly string[] {
  if (column === null || unit === null || unit.money === null) return [];
  const own = parts(column.title);
  return own.unit?.money === unit.money ? [] : [`${own.name}按“${unit.word}”读取`];
}
