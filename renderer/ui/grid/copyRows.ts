import type { GridColumn } from './gridColumn.ts';

/** Rows as spreadsheets take them from the clipboard. */
export type CopiedRows = {
  /** Tab-separated, a line a row. */
  readonly text: string;
  /** The same as a table that tells a spreadsheet to keep numbers of documents as text: 20 digits stay 20 digits. */
  readonly html: string;
};

/** Puts rows on the clipboard's two forms, the columns in the order given. */
export function copyRows<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[]): CopiedRows {
  const text = rows
    .map((row) => columns.map((column) => quoted(column.editText(row))).join('\t'))
    .join('\r\n');
  const lines = rows.map((row) => {
    const cells = columns.map((column) => {
      const style = column.kind === 'money' ? '' : ` style="mso-number-format:'\\@'"`;
      return `<td${style}>${escaped(column.editText(row))}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return { text, html: `<meta charset="utf-8"><table>${lines.join('')}</table>` };
}

function quoted(cell: string): string {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}
