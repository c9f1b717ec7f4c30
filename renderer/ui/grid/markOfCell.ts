import { POSITION } from './columnDefinitions.ts';
import type { GridColumn } from './gridColumn.ts';
import type { CellMark, GridMarks } from './gridMarks.ts';

const RANK = { error: 3, warning: 2, hint: 1, unknown: 0 } as const;

/**
 * What the checks say of one cell. The column of row numbers bears what is said of the row as a whole and of
 * what no column shows.
 */
export function markOfCell<Row>(
  marks: GridMarks,
  columns: readonly GridColumn<Row>[],
  row: string,
  column: string,
): CellMark | null {
  const ofRow = marks.get(row);
  if (ofRow === undefined) return null;
  if (column !== POSITION) return ofRow.get(column) ?? null;
  let worst: CellMark | null = null;
  const messages: string[] = [];
  for (const [at, mark] of ofRow) {
    if (columns.some(({ id }) => id === at)) continue;
    messages.push(...mark.messages);
    if (worst === null || RANK[mark.level] > RANK[worst.level]) worst = mark;
  }
  return worst === null ? null : { level: worst.level, messages };
}
