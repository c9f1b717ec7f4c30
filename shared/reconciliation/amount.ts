import type { Fen } from '../entities/money.ts';

/**
 * A sum of rows that tells what it does not know. `fen` adds what is told and is null when nothing is;
 * `missing` counts what is still 待填. A sum is whole only when `missing` is 0.
 */
export interface Amount {
  readonly fen: Fen | null;
  readonly missing: number;
}

/** The sum of no rows: nothing told, nothing missing. */
export const NO_AMOUNT: Amount = { fen: null, missing: 0 };

/** One row's amount. */
export function amountOf(fen: Fen | null): Amount {
  return { fen, missing: fen === null ? 1 : 0 };
}

/** Two amounts together. */
export function addAmounts(a: Amount, b: Amount): Amount {
  const fen = a.fen === null && b.fen === null ? null : (a.fen ?? 0) + (b.fen ?? 0);
  return { fen, missing: a.missing + b.missing };
}

/** Any number of amounts together. */
export function sumAmounts(amounts: Iterable<Amount>): Amount {
  let sum = NO_AMOUNT;
  for (const amount of amounts) sum = addAmounts(sum, amount);
  return sum;
}
