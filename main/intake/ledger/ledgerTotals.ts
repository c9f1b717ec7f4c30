import type { LedgerProject, LedgerRow } from '../../../shared/entities/ledger.ts';

export type Totals = NonNullable<LedgerProject['printedTotals']>;
type Amounts = Pick<Totals, 'voucherFen' | 'collectedFen' | 'details'>;

/** A printed 合计 and the rows between it and the one before. */
type Section = {
  readonly totals: Totals;
  readonly lines: number;
  readonly ownFen: number;
  readonly soFarFen: number;
};

/**
 * Gathers the 合计 of one sheet in the order of its rows. Sheets that close every month print several, and only what
 * stands for all rows may be held against all rows.
 */
export function createLedgerTotals(): {
  readonly addRow: (row: LedgerRow) => void;
  readonly addTotal: (totals: Totals) => void;
  readonly printed: () => Totals | null;
} {
  const sections: Section[] = [];
  const rows: LedgerRow[] = [];
  let closed = 0;
  return {
    addRow: (row) => rows.push(row),
    addTotal: (totals) => {
      const sumOfRows = (all: readonly LedgerRow[]) =>
        all.reduce((sum, row) => sum + amountLike(totals, row), 0);
      const own = rows.slice(closed);
      sections.push({ totals, lines: own.length, ownFen: sumOfRows(own), soFarFen: sumOfRows(rows) });
      closed = rows.length;
    },
    printed: () => {
      const last = sections.at(-1);
      if (last === undefined || sections.length === 1) return last?.totals ?? null;
      // Rows that no 合计 closes: none of them stands for all.
      if (rows.slice(closed).some((row) => amountLike(last.totals, row) !== 0)) return null;
      const fen = amountLike(last.totals, last.totals);
      const isOwn = last.lines > 0 && Math.abs(fen - last.ownFen) < Math.abs(fen - last.soFarFen);
      if (!isOwn) return last.totals;
      // Every month has its own and nothing stands for the year; a quarter's, right below its last month's, is no other.
      return sections
        .filter(({ lines }) => lines > 0)
        .map(({ totals }) => totals)
        .reduce(addTotals);
    },
  };
}

/** Adds up two 合计; what one of them does not tell, both together do not. */
export function addTotals(first: Totals, next: Totals): Totals {
  const details = { ...first.details };
  for (const [cost, fen] of Object.entries(next.details)) {
    const group = cost as keyof typeof details;
    details[group] = (details[group] ?? 0) + fen;
  }
  const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  return {
    voucherFen: add(first.voucherFen, next.voucherFen),
    collectedFen: add(first.collectedFen, next.collectedFen),
    details,
  };
}

/** The amount of a row or 合计 in the column a 合计 is known by: the voucher's, what was collected, or all costs. */
function amountLike(totals: Totals, amounts: Amounts): number {
  if (totals.voucherFen !== null) return amounts.voucherFen ?? 0;
  if (totals.collectedFen !== null) return amounts.collectedFen ?? 0;
  return Object.values(amounts.details).reduce((sum, fen) => sum + fen, 0);
}
