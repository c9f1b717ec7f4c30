import { htmlAttribute, htmlTokens } from './htmlTokens.ts';
import { plainField } from './plainField.ts';
import { plainHtml } from './plainHtml.ts';
import { type Cell, type Merge, SHEET_LIMITS, textCell } from './sheet.ts';

/** A table of a page, or a line of its text outside of tables as a table of one cell. */
export type HtmlTable = {
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly merges: readonly Merge[];
};

export type HtmlTables =
  | {
      readonly ok: true;
      /** In the order they begin. */
      readonly tables: readonly HtmlTable[];
      /** Sheets as the program that wrote the page calls them. */
      readonly names: readonly string[];
      /** What the limits left out. */
      readonly left: { readonly rows: boolean; readonly columns: boolean; readonly cells: boolean };
    }
  /** Tables in tables in tables: no page that lists anything. */
  | { readonly ok: false };

const DEEPEST = 32;
/** Tags and texts of a page: five for each cell that may be filled. */
const MOST_TOKENS = 5 * SHEET_LIMITS.cells;
const SHEET_NAME = /<x:Name>([^<]{1,100})<\/x:Name>/gi;
const BLOCK: ReadonlySet<string> = new Set([
  'br',
  'p',
  'div',
  'li',
  'caption',
  'center',
  'h1',
  'h2',
  'h3',
  'h4',
  'hr',
]);
const GROUP: ReadonlySet<string> = new Set(['tr', 'thead', 'tbody', 'tfoot']);

type OpenCell = { readonly column: number; readonly inside: string; text: string };
type Open = {
  readonly rows: (Cell | undefined)[][];
  readonly merges: Merge[];
  /** By column: the first row that no cell from above reaches into. */
  readonly free: number[];
  /** Place of the next cell; null between rows. */
  column: number | null;
  cell: OpenCell | null;
};

/**
 * The tables of a page of HTML as rows of cells. Everything stays the text that is shown, so that 20 digits survive
 * whatever their format says. A table inside a cell is one of its own, unless it only frames the cell's text.
 */
export function htmlTables(page: string): HtmlTables {
  const tables: Open[] = [];
  const stack: Open[] = [];
  const names: string[] = [];
  let loose = '';
  let [rows, cells, merges, tokens] = [0, 0, 0, 0];
  let [wide, long, full] = [false, false, false];

  const openTable = (): Open => {
    const table: Open = { rows: [], merges: [], free: [], column: null, cell: null };
    tables.push(table);
    stack.push(table);
    return table;
  };
  const openRow = (table: Open): void => {
    long ||= rows >= SHEET_LIMITS.rows;
    rows += 1;
    table.rows.push([]);
    table.column = 0;
  };
  const put = (table: Open, column: number, cell: Cell): void => {
    if (cell.text === '') return;
    full ||= cells >= SHEET_LIMITS.cells;
    wide ||= column >= SHEET_LIMITS.columns;
    const row = table.rows.at(-1);
    if (full || column >= SHEET_LIMITS.columns || row === undefined) return;
    cells += 1;
    while (row.length < column) row.push(undefined);
    row[column] = cell;
  };
  const closeCell = (table: Open): void => {
    const { cell } = table;
    table.cell = null;
    if (cell !== null && (cell.text !== '' || cell.inside !== '')) put(table, cell.column, cellOf(cell));
  };
  const closeRow = (table: Open): void => {
    closeCell(table);
    table.column = null;
  };
  const openCell = (table: Open, inside: string): void => {
    closeCell(table);
    if (table.column === null) openRow(table);
    const top = table.rows.length - 1;
    let left = table.column ?? 0;
    while ((table.free[left] ?? 0) > top) left += 1;
    const across = spanOf(inside, 'colspan', SHEET_LIMITS.columns);
    const down = spanOf(inside, 'rowspan', SHEET_LIMITS.rows);
    table.column = left + across;
    table.cell = { column: left, inside, text: '' };
    const right = Math.min(table.column, SHEET_LIMITS.columns) - 1;
    if (across * down === 1 || left > right) return;
    if (down > 1) for (let column = left; column <= right; column += 1) table.free[column] = top + down;
    merges += 1;
    if (merges <= SHEET_LIMITS.rows) table.merges.push({ top, left, bottom: top + down - 1, right });
  };
  const closeTable = (): void => {
    const table = stack.pop();
    if (table === undefined) return;
    closeRow(table);
    const around = stack.at(-1)?.cell ?? null;
    const inner = table.rows.flatMap((row) => row.filter((cell) => cell !== undefined));
    if (around === null || inner.length > 1) return;
    around.text += ` ${inner[0]?.text.replaceAll('&', '&amp;') ?? ''} `;
    table.rows.length = 0;
  };
  /** Text outside of cells: a title above a table, or the table's caption. */
  const closeLine = (): void => {
    const text = plainHtml(loose);
    loose = '';
    const table = stack.at(-1);
    // What stands between two cells of a row has no place.
    if (text === '' || (table !== undefined && table.column !== null)) return;
    const line = table ?? openTable();
    openRow(line);
    put(line, 0, textCell(text));
    line.column = null;
    if (table === undefined) stack.pop();
  };

  for (const token of htmlTokens(page)) {
    tokens += 1;
    full ||= tokens > MOST_TOKENS;
    if (long || full) break;
    const table = stack.at(-1);
    if (token.kind === 'skipped') {
      for (const [, name = ''] of token.text.matchAll(SHEET_NAME))
        if (names.length < SHEET_LIMITS.sheets) names.push(plainHtml(name));
    } else if (token.kind === 'text') {
      const { cell } = table ?? { cell: null };
      if (cell === null) loose += loose.length < SHEET_LIMITS.text ? token.text : '';
      else if (cell.text.length < SHEET_LIMITS.text) cell.text += token.text;
    } else {
      const { name } = token;
      const opens = token.kind === 'open';
      if (BLOCK.has(name) && table?.cell) table.cell.text += ' ';
      else if (BLOCK.has(name) || name === 'table' || GROUP.has(name)) closeLine();
      if (name === 'table') {
        if (!opens) closeTable();
        else if (stack.length >= DEEPEST) return { ok: false };
        else openTable();
      } else if (GROUP.has(name)) {
        if (table !== undefined) closeRow(table);
        if (opens && name === 'tr') openRow(table ?? openTable());
      } else if (name === 'td' || name === 'th') {
        if (opens) openCell(table ?? openTable(), token.inside);
        else if (table !== undefined) closeCell(table);
      }
    }
  }
  while (stack.length > 0) closeTable();
  closeLine();
  return {
    ok: true,
    tables: tables.filter((table) => table.rows.some((row) => row.length > 0)),
    names,
    left: { rows: long, columns: wide, cells: full },
  };
}

function spanOf(inside: string, name: string, most: number): number {
  // Most cells have none; a regular expression for each of them takes its time.
  if (!/span/i.test(inside)) return 1;
  const span = Number(htmlAttribute(inside, name) ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1;
}

function cellOf({ inside, text }: OpenCell): Cell {
  const shown = plainField(plainHtml(text));
  // A column too narrow shows ####; the number stands beside it.
  const number = /^#*$/.test(shown) && inside.includes('x:num') ? htmlAttribute(inside, 'x:num') : null;
  return textCell(number ?? shown);
}
