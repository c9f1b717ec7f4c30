import type { Cell, Row, Table } from '../../../../shared/documents/block.ts';
import { normaliseTable } from '../../../../shared/documents/normaliseTable.ts';
import { estimateHeight } from './estimateHeight.ts';
import { type PlacedCell, placeCells } from './placeCells.ts';
import type { PreparedBlock, PreparedCell, PreparedRow, PreparedTable } from './prepared.ts';
import { emsOf, pointsToMm, type Room, type Scope } from './scope.ts';
import { type TableLook, tableLook } from './tableLook.ts';
import { wordScales } from './wordScales.ts';

/** Rows and tables up to this height stay whole; higher ones are cut by the page's end. */
const WHOLE_MM = 90;
/** A head higher than this is printed once only. */
const HEAD_MM = 70;
const LEAST_ROW_MM = 3;
const MOST_ROW_MM = 210;
/** Text of a cell begins at the top instead of the middle from this height on. */
const TALL_MM = 60;

/** Prepares the blocks of a cell; given by the caller, since blocks hold tables and tables blocks. */
export type PrepareBlocks = (blocks: Cell['content'], room: Room, scope: Scope) => readonly PreparedBlock[];

interface Grid {
  readonly look: TableLook;
  readonly scope: Scope;
  readonly scaleOf: (placed: PlacedCell) => number;
  readonly prepareBlocks: PrepareBlocks;
}

/** A table whose spans fill its grid, every cell in its place; null for one without rows. */
export function prepareTable(
  given: Table,
  room: Room,
  scope: Scope,
  prepareBlocks: PrepareBlocks,
): PreparedTable | null {
  const table = normaliseTable(given);
  if (table === null) return null;
  const look = tableLook(table, (room.widthMm / 25.4) * 72);
  const anchor = scope.anchors.claim(table.anchor);
  const placedHead = placeCells(table, table.head, 0, look, room);
  const placedRows = placeCells(table, table.rows, table.head.length, look, room);
  const scaleOf = wordScales(table.style, [...placedHead, ...placedRows]);
  const grid: Grid = { look, scope, scaleOf, prepareBlocks };
  const head = table.head.map((row, index) => prepareRow(row, placedHead[index] ?? [], grid));
  const rows = table.rows.map((row, index) => prepareRow(row, placedRows[index] ?? [], grid));
  const tableMm = [...head, ...rows].reduce((sum, row) => sum + row.estimatedMm, 0);
  const headMm = head.reduce((sum, row) => sum + row.estimatedMm, 0);
  return {
    kind: 'table',
    anchor,
    columns: table.columns,
    ...look,
    repeatHead: headMm <= HEAD_MM,
    whole: table.style !== 'form' && tableMm <= WHOLE_MM,
    head: head.map(({ row }) => row),
    rows: rows.map(({ row }) => row),
  };
}

interface MeasuredRow {
  readonly row: PreparedRow;
  readonly estimatedMm: number;
}

function prepareRow(row: Row, placed: readonly PlacedCell[], grid: Grid): MeasuredRow {
  const height = rowHeight(row);
  const anchor = grid.scope.anchors.claim(row.anchor);
  const cells = placed.map((cell, position) =>
    prepareCell(cell, height, position === 0 ? anchor : null, grid),
  );
  const estimatedMm = Math.max(0, ...cells.map(({ mm, cell }) => mm / cell.rows));
  return {
    row: { height, breakable: estimatedMm > WHOLE_MM, cells: cells.map(({ cell }) => cell) },
    estimatedMm: Math.max(estimatedMm, height?.mm ?? 0),
  };
}

function rowHeight(row: Row): PreparedRow['height'] {
  if (row.height === null || !Number.isFinite(row.height.mm)) return null;
  return {
    mm: Math.min(MOST_ROW_MM, Math.max(LEAST_ROW_MM, row.height.mm)),
    exact: row.height.rule === 'exact',
  };
}

function prepareCell(
  placed: PlacedCell,
  height: PreparedRow['height'],
  anchor: number | null,
  grid: Grid,
): { readonly cell: PreparedCell; readonly mm: number } {
  const { cell, x, y, room } = placed;
  const scale = grid.scaleOf(placed);
  const inner: Room = { ...room, size: room.size * scale, pitch: room.pitch * scale };
  const mm = estimateHeight(cell.content, inner) + 2 * pointsToMm(grid.look.inset.y);
  return {
    cell: {
      x,
      y,
      span: cell.span,
      rows: cell.rows,
      role: cell.role,
      align: cell.align,
      top: cell.role === 'statement' || mm > TALL_MM,
      tight: height?.exact === true && mm > height.mm,
      scale,
      ems: emsOf(inner),
      anchor,
      content: grid.prepareBlocks(cell.content, inner, grid.scope),
    },
    mm,
  };
}
