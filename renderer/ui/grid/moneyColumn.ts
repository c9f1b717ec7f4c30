import { type Fen, formatMoney, type MoneyUnit } from '../../../shared/entities/money.ts';
import { columnBase } from './columnBase.ts';
import type { ColumnWords, GridColumn } from './gridColumn.ts';
import { readMoneyCell } from './readCell.ts';

type MoneyColumn<Row> = ColumnWords & {
  /** Unit typed and shown; named in the head. */
  readonly unit: MoneyUnit;
  readonly get: (row: Row) => Fen | null;
  readonly set: (row: Row, fen: Fen | null) => Row;
};

/** A column of money, right-aligned, its unit in the head. */
export function moneyColumn<Row>({ unit, get, set, ...words }: MoneyColumn<Row>): GridColumn<Row> {
  const shown = (row: Row): string => {
    const fen = get(row);
    return fen === null ? '' : formatMoney(fen, unit);
  };
  return {
    ...columnBase(words, 128),
    title: `${words.title}（${unit === 'wanyuan' ? '万元' : '元'}）`,
    aliases: [words.title, ...(words.aliases ?? [])],
    kind: 'money',
    align: 'right',
    text: shown,
    editText: (row) => shown(row).replaceAll(',', ''),
    // Only compared, never stored: a float of the unit people see in the filter.
    value: (row) => {
      const fen = get(row);
      return fen === null ? null : fen / (unit === 'wanyuan' ? 1_000_000 : 100);
    },
    read: (row, text, textUnit = unit) => {
      const read = readMoneyCell(text, textUnit);
      return read.ok ? { ok: true, row: set(row, read.value) } : read;
    },
    choices: null,
  };
}
