import type { Cell, Row, Table } from '../../../../shared/documents/block.ts';
import { normaliseTable } from '../../../../shared/documents/normaliseTable.ts';
import { estimateHeight } from './estimateHeight.ts';
import { type PlacedCell, placeCells } from './placeCells.ts';
import type { PreparedBlock, PreparedCell, PreparedRow, PreparedTable } from './prepared.ts';
import { emsOf, pointsToMm, type Room, type Scope } from './scope.ts';
import { type TableLook, tableLook } from './tableLook.ts';
import { wordScales } from './wordScales.ts';

/** Rows up to this height stay whole; higher ones are cut by the page's end. */
const WHOLE_MM = 90;
/** The same for tables: half a page, lest a total stands alone on the next. */
const WHOLE_TABLE_MM = 115;
/**
 * A head higher than this is a row like others, and so is that of a table inside another: repeated where there
 * is no room for a row below it, Typst would go on for ever.
 */
const HEAD_MM = 70;
/** Of a table's width. */
const LEAST_SHARE = 0.03;
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
  const filled = normaliseTable(given);
  if (filled === null) return null;
  const table = { ...filled, columns: readableWidths(filled.columns) };
  const look = tableLook(table, (room.widthMm / 25.4) * 72);
  const anchor = scope.anchors.claim(table.anchor);
  const placedHead = placeCells(table, table.head, 0, look, room);
  const placedRows = placeCells(table, table.rows, table.head.length, look, room);
  const scaleOf = wordScales(table.style, [...placedHead, ...placedRows]);
  const grid: Grid = { look, scope, scaleOf, prepareBlocks };
  // A head is printed on every page of its table: an anchor in it would be many places.
  const nowhere: Grid = { ...grid, scope: { ...scope, anchors: { ...scope.anchors, claim: () => null } } };
  const head = table.head.map((row, index) => prepareRow(row, placedHead[index] ?? [], nowhere));
  const rows = table.rows.map((row, index) => prepareRow(row, placedRows[index] ?? [], grid));
  const tableMm = [...head, ...rows].reduce((sum, row) => sum + row.estimatedMm, 0);
  const headMm = head.reduce((sum, row) => sum + row.estimatedMm, 0);
  const repeated = room.depth === 0 && headMm <= HEAD_MM && table.head.every(holdsWords);
  return {
    kind: 'table',
    anchor,
    columns: table.columns,
    ...look,
    whole: table.style !== 'form' && tableMm <= WHOLE_TABLE_MM,
    head: repeated ? head.map(({ row }) => row) : [],
    rows: [...(repeated ? [] : head), ...rows].map(({ row }) => row),
  };
}

/** No column so narrow beside the others that a sentence in it would fill pages. */
function readableWidths(columns: readonly number[]): number[] {
  const total = columns.reduce((sum, width) => sum + width, 0);
  const least = Math.min(LEAST_SHARE, 0.5 / columns.length);
  return columns.map((width) => Math.max(least, width / total));
}

interface MeasuredRow {
  readonly row: PreparedRow;
  readonly estimatedMm: number;
}

function prepareRow(row: Row, placed: readonly PlacedCell[], grid: Grid): MeasuredRow {
  const height = rowHeight(row, placed);
  // A row that cells from above cover whole has nothing to carry its anchor.
  const anchor = placed.length === 0 ? null : grid.scope.anchors.claim(row.anchor);
  const cells = placed.map((cell, position) =>
    prepareCell(cell, height, position === 0 ? anchor : null, grid),
  );
  const estimatedMm = Math.max(0, ...cells.map(({ mm, cell }) => mm / cell.rows));
  return {
    row: { height, breakable: estimatedMm > WHOLE_MM, cells: cells.map(({ cell }) => cell) },
    estimatedMm: Math.max(estimatedMm, height?.mm ?? 0),
  };
}

/**
 * Heights are asked for by the composer, whose cells hold words: a table inside another is a user's and has
 * none worth keeping, and only words can be set smaller until they fit an exact row.
 */
function rowHeight(row: Row, placed: readonly PlacedCell[]): PreparedRow['height'] {
  if (row.height === null || !Number.isFinite(row.height.mm)) return null;
  if (placed.some(({ room }) => room.depth > 1)) return null;
  const exact = row.height.rule === 'exact';
  if (exact && !holdsWords(row)) return null;
  return { mm: Math.min(MOST_ROW_MM, Math.max(LEAST_ROW_MM, row.height.mm)), exact };
}

/** The words of a cell that needs no looks of its own. */
function plainWords(cell: Cell, content: readonly PreparedBlock[]): string | null {
  const [block, ...others] = content;
  if (cell.role === 'head' || cell.role === 'total' || others.length > 0) return null;
  if (block === undefined) return '';
  if (block.kind !== 'paragraph' || !['cell', 'plain', 'body'].includes(block.style)) return null;
  if (block.align !== null && block.align !== cell.align) return null;
  const [inline, ...more] = block.content;
  if (inline === undefined) return '';
  if (inline.kind !== 'text' || inline.text.length !== 1 || inline.marks.length > 0 || more.length > 0)
    return null;
  return inline.text[0] ?? '';
}

function holdsWords(row: Row): boolean {
  return row.cells.every((cell) => cell.content.every((block) => block.type === 'paragraph'));
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
  const content = grid.prepareBlocks(cell.content, inner, grid.scope);
  const tight = height?.exact === true && mm > height.mm;
  const words = scale === 1 && !tight ? plainWords(cell, content) : null;
  return {
    cell: {
      x,
      y,
      span: cell.span,
      rows: cell.rows,
      role: cell.role,
      align: cell.align,
      top: cell.role === 'statement' || mm > TALL_MM,
      tight,
      scale,
      ems: emsOf(inner),
      anchor,
      words,
      content: words === null ? content : [],
    },
    mm,
  };
}
