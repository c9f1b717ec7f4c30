import {
  BorderStyle,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, Cell, Row, Table as TableBlock } from '../../../shared/documents/block.ts';
import { normaliseTable } from '../../../shared/documents/normaliseTable.ts';
import { figureSize } from './figureSize.ts';
import { formStyle } from './formStyle.ts';
import { CELL_SIDE, CELL_TOP, cellColumns, cellLines, FINE_CELL_SIDE } from './tableGeometry.ts';
import type { WordContext } from './wordContext.ts';
import { twips } from './wordPage.ts';
import type { ParagraphPlace } from './wordParagraphs.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 0 } as const;
/** A row with more text than this may run over two pages; one row taller than a page must. */
const LONG_ROW = 400;

/** Least heights of a form are shrunk to this sum at most, so that it stays on one page with its title. */
const FORM_MM = 165;

/** Writes the blocks of a cell; handed in because blocks and tables contain one another. */
export type WriteBlocks = (
  blocks: readonly Block[],
  room: number,
  place: ParagraphPlace,
  context: WordContext,
) => (Paragraph | Table)[];

/** Whole twips for relative widths; the rounding rest goes where it is least seen, column by column. */
function columnTwips(columns: readonly number[], room: number): number[] {
  const total = columns.reduce((sum, width) => sum + width, 0);
  let before = 0;
  let shared = 0;
  return columns.map((width) => {
    before += width;
    const upTo = Math.round((before / total) * room);
    const own = upTo - shared;
    shared = upTo;
    return own;
  });
}

function textLength(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'paragraph')
      return (
        sum +
        block.content.reduce(
          (length, inline) => length + (inline.type === 'text' ? inline.text.length : 1),
          0,
        )
      );
    if (block.type === 'list')
      return sum + block.items.reduce((length, item) => length + 20 + textLength(item), 0);
    // A picture or a table in a cell may be tall.
    return sum + (block.type === 'image' || block.type === 'table' ? LONG_ROW : 20);
  }, 0);
}

const HEAD_STYLES = { normal: 'TableHead', small: 'TableHeadSmall', fine: 'TableHeadFine' } as const;
const CELL_STYLES = { normal: 'TableText', small: 'TableSmall', fine: 'TableFine' } as const;

function cellStyle(table: TableBlock, cell: Cell, form: string): string {
  if (cell.role === 'head') return HEAD_STYLES[table.size];
  if (cell.role === 'note') return 'FormNote';
  if (table.style === 'form' && table.size === 'small') return form;
  return CELL_STYLES[table.size];
}

function cellSide({ size }: TableBlock): number {
  return size === 'fine' ? FINE_CELL_SIDE : CELL_SIDE;
}

/** Line heights of the table styles, in points; see wordStyles.ts. */
const LINES = {
  fine: { em: 7.5, line: 10.5 },
  small: { em: 10.5, line: 16 },
  normal: { em: 12, line: 20 },
} as const;

/** Room of a cell that is so many twips wide. */
function emsOf(table: TableBlock, width: number): number {
  return (width - 2 * cellSide(table)) / 20 / LINES[table.size].em;
}

/** Only a ledger is so narrow that figures are set smaller. */
function sizeOfFigure(table: TableBlock, cell: Cell, width: number): number | null {
  return table.size === 'fine' ? figureSize(cell, LINES.fine.em, emsOf(table, width)) : null;
}

/**
 * A row of exact height cuts off what does not fit. It stays exact as long as the text surely fits;
 * else it may grow: a page that breaks elsewhere than in the PDF is better than a figure nobody can read. In the narrow
 * columns of a ledger nothing is sure: a machine without these fonts takes wider ones, and would cut off the last digit.
 */
function fitsExactly(row: Row, widths: readonly number[], table: TableBlock): boolean {
  if (row.height?.rule !== 'exact' || table.size === 'fine') return false;
  const { line } = LINES[table.size];
  const room = twips(row.height.mm) - 2 * CELL_TOP;
  return row.cells.every((cell, at) => {
    const ems = emsOf(table, widths[at] ?? 0);
    return cellLines(cell.content, Math.max(1, ems)) * line * 20 <= room;
  });
}

/**
 * A table of fixed layout that fills `room` twips; null when it has no rows. Spans become gridSpan and
 * vMerge, head rows repeat on every page, rows of exact height stay exact.
 */
export function wordTable(
  block: TableBlock,
  room: number,
  context: WordContext,
  writeBlocks: WriteBlocks,
): Table | null {
  const table = normaliseTable(block);
  context.expectAnchor(block.anchor);
  if (table === null) return null;
  const widths = columnTwips(table.columns, room);

  const leastSum = table.rows.reduce((sum, { height }) => sum + (height?.mm ?? 0), 0);
  const shrink = block.style === 'form' ? Math.min(1, FORM_MM / Math.max(1, leastSum)) : 1;
  const form = block.style === 'form' ? formStyle(table, widths, shrink) : '';

  function widthOf(cell: Cell, column: number): number {
    return widths.slice(column, column + cell.span).reduce((sum, one) => sum + one, 0);
  }

  function wordCell(cell: Cell, width: number): TableCell {
    const size = sizeOfFigure(block, cell, width);
    const place: ParagraphPlace = {
      cell: {
        style: cellStyle(block, cell, form),
        align: cell.align,
        look: { ...(cell.role === 'total' ? { bold: true } : {}), ...(size === null ? {} : { size }) },
      },
      list: null,
    };
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(cell.span > 1 ? { columnSpan: cell.span } : {}),
      ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
      verticalAlign: VerticalAlignTable.CENTER,
      children: writeBlocks(cell.content, Math.max(300, width - 2 * cellSide(block)), place, context),
    });
  }

  function wordRows(rows: readonly Row[], isHead: boolean): TableRow[] {
    const columns = cellColumns(rows);
    return rows.map((row, index) => {
      context.expectAnchor(row.anchor);
      const cellWidths = row.cells.map((cell, at) => widthOf(cell, columns[index]?.[at] ?? 0));
      const exact = fitsExactly(row, cellWidths, block);
      const length = row.cells.reduce((sum, cell) => sum + textLength(cell.content), 0);
      return new TableRow({
        children: row.cells.map((cell, at) => wordCell(cell, cellWidths[at] ?? 0)),
        tableHeader: isHead,
        cantSplit: isHead || exact || length < LONG_ROW,
        ...(row.height === null
          ? {}
          : {
              height: {
                value: Math.max(20, twips(row.height.mm * (exact ? 1 : shrink))),
                rule: exact ? HeightRule.EXACT : HeightRule.ATLEAST,
              },
            }),
      });
    });
  }

  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    margins: {
      marginUnitType: WidthType.DXA,
      left: cellSide(block),
      right: cellSide(block),
      top: CELL_TOP,
      bottom: CELL_TOP,
    },
    rows: [...wordRows(table.head, true), ...wordRows(table.rows, false)],
  });
}
