import { columnBase } from './columnBase.ts';
import type { ColumnWords, GridColumn } from './gridColumn.ts';

type DerivedColumn<Row> = ColumnWords & {
  readonly text: (row: Row) => string;
  /** What sorting and filtering compare; the text when left out. */
  readonly value?: (row: Row) => string | number | null;
  readonly align?: GridColumn<Row>['align'];
};

/** A column that is worked out and cannot be edited. */
export function derivedColumn<Row>({
  text,
  value = text,
  align = 'left',
  ...words
}: DerivedColumn<Row>): GridColumn<Row> {
  return {
    ...columnBase(words, 96),
    kind: 'derived',
    align,
    text,
    editText: text,
    value,
    read: null,
    choices: null,
  };
}
