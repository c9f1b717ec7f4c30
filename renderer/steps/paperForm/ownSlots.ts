import type { FormRow } from '../../../shared/calls/schema/page.ts';

/** Number of the own indicator each cell of a row stands for, counted from 0: the next begins after its value. */
export function slotsOfCells(row: FormRow, first: number): readonly number[] {
  let next = first;
  return row.cells.map(({ pieces }) => {
    const slot = next;
    if (pieces.some((piece) => 'own' in piece && piece.own === 'value')) next += 1;
    return slot;
  });
}
