import type { InvoiceReading } from '../entities/invoiceReading.ts';
import type { Settled } from './fillRow.ts';
import { settleFields } from './settleFields.ts';

const NOTHING: Settled = new Map();

/** What was settled last for the readings of a row, by the first of them. */
const known = new WeakMap<
  InvoiceReading,
  { readonly of: readonly InvoiceReading[]; readonly settled: Settled }
>();

/**
 * What the readings of one row come to. Remembered as long as they are the same objects: checks ask it of ten thousand
 * rows whenever a letter is typed into one.
 */
export function settleReadings(readings: readonly InvoiceReading[]): Settled {
  const [first] = readings;
  if (first === undefined) return NOTHING;
  const before = known.get(first);
  if (before !== undefined && isSame(before.of, readings)) return before.settled;
  const settled = settleFields(...readings.map(({ fields }) => fields));
  known.set(first, { of: readings, settled });
  return settled;
}

function isSame(one: readonly InvoiceReading[], other: readonly InvoiceReading[]): boolean {
  return one.length === other.length && one.every((reading, index) => reading === other[index]);
}
