import type { Block, Row } from '../../../shared/documents/block.ts';
import { breakLines } from '../../../shared/documents/measureText.ts';

/** Left and right of a cell's text, in twips. */
export const CELL_SIDE = 85;
export const CELL_TOP = 20;
/** The same of a ledger's cells, which hold a figure each in 13 to 19 mm. */
export const FINE_CELL_SIDE = 30;

/** Lines a cell's paragraphs take at most in columns of so many ems; without end for what is no paragraph. */
export function cellLines(blocks: readonly Block[], ems: number): number {
  return blocks.reduce((sum, block) => {
    if (block.type !== 'paragraph') return Number.POSITIVE_INFINITY;
    const words = block.content.map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'blank')
        return '　'.repeat(Math.max(0, Math.min(200, Math.round(inline.characters))));
      return inline.type === 'break' ? '\n' : '0000';
    });
    return sum + breakLines(words.join(''), ems).length;
  }, 0);
}

/** Free column of every cell in rows whose spans fill the grid. */
export function cellColumns(rows: readonly Row[]): number[][] {
  const takenUntil: number[] = [];
  return rows.map((row, index) => {
    let column = 0;
    return row.cells.map((cell) => {
      while ((takenUntil[column] ?? 0) > index) column += 1;
      const start = column;
      for (; column < start + cell.span; column += 1) takenUntil[column] = index + cell.rows;
      return start;
    });
  });
}
