import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { type Fen, formatMoney, type MoneyUnit } from '../../../shared/entities/money.ts';
import styles from './Grid.module.css';
import type { GridView } from './GridView.ts';
import type { CellMark } from './gridMarks.ts';

/** What is added up below a grid. */
export type GridSum<Row> = {
  readonly title: string;
  readonly unit: MoneyUnit;
  readonly of: (row: Row) => Fen | null;
  /** What rows lack that add nothing: `没有金额`. Absent where an empty row is nothing to be told. */
  readonly lacking?: string;
};

type SumBarProps<Row> = {
  readonly rows: readonly Row[];
  readonly sum: GridSum<Row> | null;
  readonly view: StoreApi<GridView<Row>>;
  /** Whether any cell bears a mark: then there is room for what is said of it. */
  readonly marked: boolean;
  readonly markOf: (row: string, column: string) => CellMark | null;
};

/** Below the grid: what the checks say of the focused cell, and counts and sums of all, filtered and selected rows. */
export function SumBar<Row>({ rows, sum, view, marked, markOf }: SumBarProps<Row>) {
  const { selected, shown, focused } = useStore(view);
  const mark = focused === null ? null : markOf(focused.row, focused.column);
  return (
    <div className={styles.sumBar}>
      <dl className={styles.sums}>
        <Part name="全部" rows={rows} sum={sum} />
        {shown !== null && <Part name="筛选出" rows={shown} sum={sum} />}
        {selected.length > 0 && <Part name="已选" rows={selected} sum={sum} strong />}
      </dl>
      {marked && (
        <p className={styles.said} data-level={mark?.level} title={mark?.messages.join('\n')} role="status">
          {mark?.messages.join(' ')}
        </p>
      )}
    </div>
  );
}

type PartProps<Row> = {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly sum: GridSum<Row> | null;
  readonly strong?: boolean;
};

function Part<Row>({ name, rows, sum, strong = false }: PartProps<Row>) {
  const total = useMemo(() => (sum === null ? null : addUp(rows, sum.of)), [rows, sum]);
  return (
    <div className={strong ? styles.sumStrong : undefined} data-sum={name}>
      <dt>{name}</dt>
      <dd>
        {rows.length} 行
        {sum !== null && total !== null && (
          <>
            {' · '}
            {sum.title} <b>{formatMoney(total.fen, sum.unit)}</b> {sum.unit === 'wanyuan' ? '万元' : '元'}
            {sum.lacking !== undefined && total.without > 0 && ` · 另有 ${total.without} 行${sum.lacking}`}
          </>
        )}
      </dd>
    </div>
  );
}

function addUp<Row>(rows: readonly Row[], of: (row: Row) => Fen | null): { fen: Fen; without: number } {
  let fen: Fen = 0;
  let without = 0;
  for (const row of rows) {
    const one = of(row);
    if (one === null) without += 1;
    else fen += one;
  }
  return { fen, without };
}
