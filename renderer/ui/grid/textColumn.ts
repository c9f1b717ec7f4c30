import { columnBase } from './columnBase.ts';
import type { ColumnWords, GridColumn } from './gridColumn.ts';

type TextColumn<Row> = ColumnWords & {
  readonly get: (row: Row) => string;
  readonly set: (row: Row, text: string) => Row;
};

/** A column of text on one line; numbers of documents are text too, whatever their digits. */
export function textColumn<Row>({ get, set, ...words }: TextColumn<Row>): GridColumn<Row> {
  return {
    ...columnBase(words, 140),
    kind: 'text',
    align: 'left',
    text: get,
    editText: get,
    value: get,
    read: (row, text) => ({ ok: true, row: set(row, plainLine(text)) }),
    choices: null,
  };
}

/** One line without the blanks around it; the apostrophe spreadsheets mark text with goes too. */
function plainLine(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, ' ').trim();
  return /^'\d/.test(line) ? line.slice(1) : line;
}
