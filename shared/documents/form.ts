import type { Call } from '../calls/schema/call.ts';
import type { FormCell, FormRow, Piece } from '../calls/schema/page.ts';
import type { Application } from '../entities/application.ts';
import type { OwnIndicator } from '../entities/indicator.ts';
import type { Block, Cell, Row } from './block.ts';
import { cell, paragraph } from './blockBuilders.ts';
import { inlinesOfPieces, type PieceSource } from './pieces.ts';

/** A row of the form with the own indicators it prints; other rows have none. */
export interface PrintedFormRow {
  readonly row: FormRow;
  readonly own: readonly OwnIndicator[];
}

const PAIR = 2;

/**
 * Rows of the form as printed: a row that repeats stands once for every pair of own indicators, and
 * once empty for the pen when there are none.
 */
export function printedFormRows(call: Call, application: Application): PrintedFormRow[] {
  return call.form.rows.flatMap((row) => {
    if (row.repeat === undefined) return [{ row, own: [] }];
    const times = Math.max(1, Math.ceil(application.ownIndicators.length / PAIR));
    return Array.from({ length: times }, (_, index) => ({
      row,
      own: application.ownIndicators.slice(index * PAIR, index * PAIR + PAIR),
    }));
  });
}

/** Own indicator each cell of a row prints: the next one begins after a cell that prints a value. */
export function ownOfCells({ row, own }: PrintedFormRow): (OwnIndicator | null)[] {
  let next = 0;
  return row.cells.map(({ pieces }) => {
    const indicator = own[next] ?? null;
    if (pieces.some((piece) => 'own' in piece && piece.own === 'value')) next += 1;
    return indicator;
  });
}

/** Pieces of a statement from its first signature line on; the words above it stay words. */
function splitSignature(pieces: readonly Piece[]): { words: Piece[]; lines: Piece[][] } {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if ('lineBreak' in piece) lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  const first = lines.findIndex((line) => line.some((piece) => 'signedOn' in piece));
  // 申报单位签章 may stand on the line above its date: a short line of plain text belongs to the signature.
  const from =
    first > 0 && lines[first - 1]?.every((piece) => 'text' in piece || 'blank' in piece) ? first - 1 : first;
  // A statement that is one single line stays as it is.
  if (from <= 0) return { words: [...pieces], lines: [] };
  const words = lines
    .slice(0, from)
    .flatMap((line, index) => [...(index === 0 ? [] : [{ lineBreak: true } as const]), ...line]);
  return { words, lines: lines.slice(from) };
}

function statementCell(formCell: FormCell, source: PieceSource): Block[] {
  const { words, lines } = splitSignature(formCell.pieces);
  const blocks: Block[] = [paragraph('cell', inlinesOfPieces(words, source), formCell.align)];
  if (lines.length > 0)
    blocks.push({ type: 'signature', lines: lines.map((line) => inlinesOfPieces(line, source)) });
  return blocks;
}

function composeCell(formCell: FormCell, source: PieceSource): Cell {
  const { span, rows, role, align } = formCell;
  const blocks =
    role === 'statement'
      ? statementCell(formCell, source)
      : [paragraph('cell', inlinesOfPieces(formCell.pieces, source), align)];
  return cell({ blocks }, { role, align, span, rows });
}

function composeRow(call: Call, application: Application, printed: PrintedFormRow): Row {
  const own = ownOfCells(printed);
  return {
    cells: printed.row.cells.map((formCell, index) =>
      composeCell(formCell, { call, application, own: own[index] ?? null }),
    ),
    height: { mm: printed.row.heightMm, rule: 'least' },
    anchor: null,
  };
}

/** The 申报表 cell by cell: the lines above it, the table, the lines below it. */
export function form(call: Call, application: Application): Block[] {
  const source = { call, application };
  const { columns, above, below } = call.form;
  return [
    ...above.map((line) => paragraph('tableNote', inlinesOfPieces(line.pieces, source), line.align)),
    {
      type: 'table',
      anchor: null,
      style: 'form',
      columns: new Array<number>(columns).fill(1),
      head: [],
      rows: printedFormRows(call, application).map((row) => composeRow(call, application, row)),
      size: 'small',
    },
    ...below.map((pieces) => paragraph('tableNote', inlinesOfPieces(pieces, source), 'left')),
  ];
}
