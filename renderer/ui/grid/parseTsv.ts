/**
 * Cells of a table as spreadsheets put it on the clipboard: tabs between cells, a line a row; a cell with tabs,
 * lines or quotes in it stands in quotes, its quotes doubled. The empty line at the end is no row.
 */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, next } = cellAt(text, at);
    row.push(cell);
    const end = text[next];
    at = next + 1;
    if (end === '\t') continue;
    if (end === '\r' && text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
    if (end === undefined) break;
  }
  const last = rows.at(-1);
  if (last !== undefined && last.length === 1 && last[0] === '') rows.pop();
  return rows;
}

/** The cell that begins at `start`, and where what ends it stands. */
function cellAt(text: string, start: number): { readonly cell: string; readonly next: number } {
  if (text[start] === '"') {
    const quoted = quotedAt(text, start);
    if (quoted !== null) return quoted;
  }
  let next = start;
  while (next < text.length && !'\t\r\n'.includes(text.charAt(next))) next += 1;
  return { cell: text.slice(start, next), next };
}

/** Null when the quote is no quoting one: nothing closes it, or more text follows the closing one. */
function quotedAt(text: string, start: number): { readonly cell: string; readonly next: number } | null {
  let cell = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      cell += text.charAt(at);
    } else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const end = text[at + 1];
      return end === undefined || '\t\r\n'.includes(end) ? { cell, next: at + 1 } : null;
    }
  }
  return null;
}
