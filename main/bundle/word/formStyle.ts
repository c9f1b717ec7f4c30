import type { Table } from '../../../shared/documents/block.ts';
import { CELL_SIDE, CELL_TOP, cellColumns, cellLines } from './tableGeometry.ts';
import { twips } from './wordPage.ts';

/** Styles of a form's text, the better readable first; sizes and lines in points, as wordStyles.ts has them. */
const STYLES = [
  { style: 'FormText', em: 10.5, line: 15 },
  { style: 'FormTextSmall', em: 9, line: 11.5 },
] as const;

/** Height the form may take on its page, below its title and above the line of whoever filled it in. */
const ROOM_MM = 186;

/** The style in which a form surely stays on one page as in the PDF; the smaller one when neither surely does. */
export function formStyle(table: Table, widths: readonly number[], shrink: number): string {
  const columns = cellColumns(table.rows);
  for (const { style, em, line } of STYLES) {
    const heights = table.rows.map((row, index) => {
      const lines = row.cells.map((cell, at) => {
        const start = columns[index]?.[at] ?? 0;
        const width = widths.slice(start, start + cell.span).reduce((sum, one) => sum + one, 0);
        // A cell over several rows is as tall as they are together; it seldom decides.
        return cellLines(cell.content, Math.max(1, (width - 2 * CELL_SIDE) / 20 / em)) / cell.rows;
      });
      const text = Math.ceil(Math.max(1, ...lines.filter(Number.isFinite))) * line * 20 + 2 * CELL_TOP;
      return Math.max(text, twips((row.height?.mm ?? 0) * shrink));
    });
    if (heights.reduce((sum, one) => sum + one, 0) <= twips(ROOM_MM)) return style;
  }
  return STYLES[1].style;
}
