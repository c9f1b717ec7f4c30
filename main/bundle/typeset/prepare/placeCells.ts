import type { Cell, Row, Table } from '../../../../shared/documents/block.ts';
import { pointsToMm, type Room } from './scope.ts';
import type { TableLook } from './tableLook.ts';

/** A cell with its place in the grid and the room inside it. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly x: number;
  readonly y: number;
  readonly room: Room;
}

/**
 * Finds the column of every cell of a normalised table.
 * @param above rows above these, which spans never cross
 */
export function placeCells(
  table: Table,
  rows: readonly Row[],
  above: number,
  look: TableLook,
  room: Room,
): PlacedCell[][] {
  // First row (exclusive) down to which each column is taken by a cell from above.
  const takenUntil: number[] = new Array<number>(table.columns.length).fill(0);
  const total = table.columns.reduce((sum, width) => sum + width, 0);
  return rows.map((row, index) => {
    let column = 0;
    return row.cells.map((cell) => {
      while ((takenUntil[column] ?? 0) > index) column += 1;
      const x = column;
      for (; column < x + cell.span; column += 1) takenUntil[column] = index + cell.rows;
      const share = table.columns.slice(x, column).reduce((sum, width) => sum + width, 0) / total;
      const widthMm = Math.max(2, room.widthMm * share - 2 * pointsToMm(look.inset.x));
      return {
        cell,
        x,
        y: above + index,
        room: { mode: 'cell', widthMm, size: look.text, pitch: look.pitch, depth: room.depth + 1 },
      };
    });
  });
}
