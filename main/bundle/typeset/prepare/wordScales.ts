import type { Cell, Table } from '../../../../shared/documents/block.ts';
import { longestWord } from './longestWord.ts';
import type { PlacedCell } from './placeCells.ts';
import { emsOf } from './scope.ts';

/** Cells whose numbers and codes are rather printed smaller than broken over two lines. */
const SHRINKING: ReadonlySet<Cell['role']> = new Set(['label', 'value', 'head', 'total']);

/** What would have to be smaller than this is broken instead. */
const LEAST = { form: 0.68, data: 0.8 } as const;

/**
 * How much smaller each cell's text is set so that no number is torn: in a form each cell for itself, in a
 * data table a whole column (its total apart), lest one amount looks less important than the next. A user's own table keeps
 * its size.
 */
export function wordScales(
  style: Table['style'],
  rows: readonly (readonly PlacedCell[])[],
): (placed: PlacedCell) => number {
  if (style === 'user') return () => 1;
  const keyOf = ({ x, y, cell }: PlacedCell): string =>
    style === 'form' ? `${x} ${y}` : `${x} ${cell.role}`;
  const scales = new Map<string, number>();
  for (const placed of rows.flat()) {
    if (!SHRINKING.has(placed.cell.role)) continue;
    const ems = emsOf(placed.room) * 0.98;
    const fits = Math.floor((ems / longestWord(placed.cell.content, ems)) * 100) / 100;
    if (fits < 1 && fits >= LEAST[style])
      scales.set(keyOf(placed), Math.min(fits, scales.get(keyOf(placed)) ?? 1));
  }
  return (placed) => (SHRINKING.has(placed.cell.role) ? (scales.get(keyOf(placed)) ?? 1) : 1);
}
