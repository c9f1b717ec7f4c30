import type { Cell, Row, Table } from './block.ts';

/** Word refuses tables of more than 63 columns; a little below that nothing is readable any more anyway. */
const MAX_COLUMNS = 60;

interface Placed {
  readonly column: number;
  readonly cell: Cell;
}

/**
 * Makes a table safe for both writers: every row fills the grid exactly, whatever spans it came with.
 *
 * Users paste tables whose spans overlap, overshoot or leave holes; Word calls such a file damaged and
 * Typst stops. No cell's content is lost: a span that meets a cell from above is cut, one that runs past
 * the last row ends there, a hole becomes an empty cell, a row that is too long widens the grid, and what
 * does not fit into 60 columns goes into the last cell of its row.
 *
 * Returns null when there is no row at all. Spans never cross from head to body. A row may come out with
 * no cells of its own when cells from above cover it whole. Tables inside cells are left as they are.
 */
export function normaliseTable(table: Table): Table | null {
  const bare = table.rows.length === 0;
  const headRows = bare ? [] : table.head;
  const bodyRows = bare ? table.head : table.rows;
  if (bodyRows.length === 0) return null;
  const declared = Math.min(MAX_COLUMNS, Math.max(1, table.columns.length));
  const head = placeRows(headRows);
  const body = placeRows(bodyRows);
  const kept = keptColumns(declared, [...head, ...body]);
  return {
    ...table,
    columns: widths(table.columns, declared, kept.length),
    head: fillRows(headRows, head, kept),
    rows: fillRows(bodyRows, body, kept),
  };
}

function count(value: number, limit: number): number {
  return Number.isFinite(value) ? Math.min(limit, Math.max(1, Math.floor(value))) : 1;
}

/** Puts each cell on the first free column of its row, as browsers do. */
function placeRows(rows: readonly Row[]): Placed[][] {
  // First row (exclusive) down to which each column is taken by a cell from above.
  const takenUntil: number[] = new Array<number>(MAX_COLUMNS).fill(0);
  const done: Placed[][] = [];
  for (const [index, row] of rows.entries()) {
    const placed: Placed[] = [];
    done.push(placed);
    const free = (column: number): boolean => (takenUntil[column] ?? 0) <= index;
    let column = 0;
    for (const cell of row.cells) {
      while (column < MAX_COLUMNS && !free(column)) column += 1;
      if (column >= MAX_COLUMNS) {
        appendToLast(done, cell);
        continue;
      }
      const wanted = count(cell.span, MAX_COLUMNS - column);
      let span = 1;
      while (span < wanted && free(column + span)) span += 1;
      const depth = count(cell.rows, rows.length - index);
      for (let taken = column; taken < column + span; taken += 1) takenUntil[taken] = index + depth;
      placed.push({ column, cell: { ...cell, span, rows: depth } });
      column += span;
    }
  }
  return done;
}

/** When cells from above take a whole row, its text goes to the nearest cell above. */
function appendToLast(rows: readonly Placed[][], cell: Cell): void {
  const target = rows.findLast((placed) => placed.length > 0);
  const last = target?.pop();
  if (target === undefined || last === undefined) return;
  target.push({ ...last, cell: { ...last.cell, content: [...last.cell.content, ...cell.content] } });
}

/** The declared columns, and of those beyond them only the ones in which some cell begins. */
function keptColumns(declared: number, rows: readonly (readonly Placed[])[]): number[] {
  const kept = new Set<number>();
  for (let column = 0; column < declared; column += 1) kept.add(column);
  for (const row of rows) for (const { column } of row) kept.add(column);
  return [...kept].sort((a, b) => a - b);
}

function widths(given: readonly number[], declared: number, wanted: number): number[] {
  const usable = given
    .slice(0, declared)
    .map((width) => (Number.isFinite(width) && width > 0 ? width : null));
  const known = usable.filter((width) => width !== null);
  const mean = known.length === 0 ? 1 : known.reduce((sum, width) => sum + width, 0) / known.length;
  return Array.from({ length: wanted }, (_, index) => usable[index] ?? mean);
}

function emptyCell(span: number): Cell {
  return { span, rows: 1, role: 'value', align: 'left', content: [] };
}

/** Recounts spans in kept columns and fills the holes. */
function fillRows(
  rows: readonly Row[],
  placed: readonly (readonly Placed[])[],
  kept: readonly number[],
): Row[] {
  const takenUntil: number[] = new Array<number>(kept.length).fill(0);
  return rows.map((row, index) => {
    const cells: Cell[] = [];
    let hole = 0;
    const flush = (): void => {
      if (hole > 0) cells.push(emptyCell(hole));
      hole = 0;
    };
    const starts = new Map((placed[index] ?? []).map((entry) => [entry.column, entry.cell]));
    for (let slot = 0; slot < kept.length; slot += 1) {
      const column = kept[slot] ?? 0;
      const cell = starts.get(column);
      if (cell !== undefined) {
        flush();
        const span = kept.filter((other) => other >= column && other < column + cell.span).length;
        cells.push({ ...cell, span });
        for (let taken = slot; taken < slot + span; taken += 1) takenUntil[taken] = index + cell.rows;
        slot += span - 1;
      } else if ((takenUntil[slot] ?? 0) > index) flush();
      else hole += 1;
    }
    flush();
    return { ...row, cells };
  });
}
