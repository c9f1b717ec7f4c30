import type { IsoDate } from '../../../shared/entities/dates.ts';
import { columnBase } from './columnBase.ts';
import type { ColumnWords, GridColumn } from './gridColumn.ts';
import { readDateCell } from './readCell.ts';

type DateColumn<Row> = ColumnWords & {
  readonly get: (row: Row) => IsoDate | null;
  readonly set: (row: Row, date: IsoDate | null) => Row;
};

/** A column of days, shown as 2020-02-10. */
export function dateColumn<Row>({ get, set, ...words }: DateColumn<Row>): GridColumn<Row> {
  const text = (row: Row): string => get(row) ?? '';
  return {
    ...columnBase(words, 112),
    kind: 'date',
    align: 'left',
    text,
    editText: text,
    value: get,
    read: (row, typed) => {
      const read = readDateCell(typed);
      return read.ok ? { ok: true, row: set(row, read.value) } : read;
    },
    choices: null,
  };
}
