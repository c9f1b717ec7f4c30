import type { Piece } from '../../../shared/calls/schema/page.ts';

/** A piece that stands on a line; line breaks part lines. */
export type LinePiece = Exclude<Piece, { lineBreak: true }>;

/** Pieces of a cell, line by line. */
export function linesOf(pieces: readonly Piece[]): readonly (readonly LinePiece[])[] {
  const lines: LinePiece[][] = [[]];
  for (const piece of pieces) {
    if ('lineBreak' in piece) lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}
