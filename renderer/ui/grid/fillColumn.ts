import type { GridColumn } from './gridColumn.ts';

/** What setting one column of many rows does. */
export type FilledColumn<Row> =
  | { readonly ok: true; readonly save: readonly Row[] }
  | { readonly ok: false; readonly message: string };

/** Sets one column of all rows given to one text; only rows that change are stored. Empty text clears. */
export function fillColumn<Row>(
  rows: readonly Row[],
  column: GridColumn<Row>,
  text: string,
): FilledColumn<Row> {
  const save: Row[] = [];
  for (const row of rows) {
    const read = column.read?.(row, text) ?? { ok: false, message: `“${column.title}”由程序算出，不能填写` };
    if (!read.ok) return read;
    if (column.editText(read.row) !== column.editText(row)) save.push(read.row);
  }
  return { ok: true, save };
}
