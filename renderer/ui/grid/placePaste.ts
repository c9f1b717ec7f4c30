import type { CellRead, GridColumn } from './gridColumn.ts';
import { findHead, type HeadCell } from './pasteHead.ts';

/** A value of a paste that did not get into the grid, and where it stands in what was pasted, both from 1. */
export type PasteProblem = {
  readonly line: number;
  readonly column: string;
  readonly message: string;
  /** Row of the grid it was meant for; null when there is none. */
  readonly rowId: string | null;
  readonly columnId: string | null;
};

/** What a paste does: the rows to store, and everything that could not be taken. */
export type PlacedPaste<Row> = {
  readonly save: readonly Row[];
  readonly changed: number;
  readonly added: number;
  /** Titles of the columns the first line named; empty when it was no head. */
  readonly head: readonly string[];
  /** What was read in another unit than its column's, as words: 金额按“元”读取. */
  readonly units: readonly string[];
  readonly problems: readonly PasteProblem[];
};

type Paste<Row> = {
  readonly table: readonly (readonly string[])[];
  /** Columns as they are displayed. */
  readonly columns: readonly GridColumn<Row>[];
  /** Rows as they are displayed. */
  readonly rows: readonly Row[];
  /** Focused cell; rows beyond the last are added. */
  readonly start: { readonly row: number; readonly column: number };
  /** Null when rows cannot be added here. */
  readonly newRow: (() => Row) | null;
};

/** One edit holds at most 100,000 rows; half of it leaves room. */
const MOST_LINES = 50_000;

/**
 * Lays a pasted table over the grid from the focused cell on and adds rows at the end. A table whose first line
 * names columns is laid by those names, as new rows: nothing that is there is written over by it. What cannot be
 * read leaves its cell as it was and is told.
 */
export function placePaste<Row extends { readonly id: string }>(paste: Paste<Row>): PlacedPaste<Row> {
  const { table, columns, rows, newRow } = paste;
  const head = newRow === null ? null : findHead(table, columns);
  const all = head === null ? table : table.slice(head.lines);
  const lines = all.slice(0, MOST_LINES);
  const firstRow = head === null ? paste.start.row : rows.length;
  const problems: PasteProblem[] = [];
  const save: Row[] = [];
  let added = 0;
  for (const [index, cells] of lines.entries()) {
    const line = index + 1 + (head?.lines ?? 0);
    if (cells.every((cell) => cell.trim() === '') && rows[firstRow + index] === undefined) continue;
    const there = rows[firstRow + index];
    const before = there ?? newRow?.();
    if (before === undefined) {
      problems.push({
        line,
        column: '',
        message: '表格已到末尾，这一行没有粘贴',
        rowId: null,
        columnId: null,
      });
      continue;
    }
    let row = before;
    for (const [at, cell] of cells.entries()) {
      const target: HeadCell<Row> | null =
        head === null
          ? { column: columns[paste.start.column + at] ?? null, unit: null }
          : (head.cells[at] ?? null);
      const column = target?.column ?? null;
      const read = readCell(row, target, cell, there === undefined);
      if (read === null) continue;
      if (read.ok) row = read.row;
      else
        problems.push({
          line,
          column: column?.title ?? `第 ${at + 1} 列`,
          message: read.message,
          rowId: before.id,
          columnId: column?.id ?? null,
        });
    }
    if (there === undefined) added += 1;
    if (there === undefined || row !== there) save.push(row);
  }
  if (all.length > MOST_LINES) {
    const message = `一次最多粘贴 ${MOST_LINES} 行，其余 ${all.length - MOST_LINES} 行没有粘贴，请分几次粘贴`;
    problems.push({ line: MOST_LINES + 1, column: '', message, rowId: null, columnId: null });
  }
  const named = (head?.cells ?? []).flatMap(({ column }) => (column === null ? [] : [column.title]));
  return { save, added, changed: save.length - added, head: named, units: head?.units ?? [], problems };
}

/** Null when there is nothing to do: no text for a new row, or a derived column that says the same anyway. */
function readCell<Row>(
  row: Row,
  target: HeadCell<Row> | null,
  text: string,
  isNew: boolean,
): CellRead<Row> | null {
  const empty = text.trim() === '';
  const column = target?.column ?? null;
  const unit = target?.unit ?? null;
  if (column === null) {
    return empty ? null : { ok: false, message: `“${text.trim()}”没有对应的列，没有粘贴` };
  }
  if (empty && isNew) return null;
  if (column.read === null) {
    if (empty || text.trim() === column.text(row)) return null;
    return { ok: false, message: `“${text.trim()}”没有粘贴：“${column.title}”由程序算出，不能填写` };
  }
  if (text.trim() === column.editText(row)) return null;
  if (unit === null) return column.read(row, text);
  if (unit.money !== null) return column.read(row, text, unit.money);
  return { ok: false, message: `“${text.trim()}”没有粘贴：表头的单位是“${unit.word}”，请换成元或万元再粘贴` };
}
