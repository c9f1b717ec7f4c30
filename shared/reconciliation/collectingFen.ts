import { collectedFenOf, type LedgerProject, type LedgerRow } from '../entities/ledger.ts';
import type { Fen } from '../entities/money.ts';

/** What a voucher line collects: its amount; null while it is 待填; 0 for a credit entry, which collects nothing. */
export function collectingFen(project: LedgerProject, row: LedgerRow): Fen | null {
  const collected = collectedFenOf(row);
  if (collected !== null) return collected;
  // A credit entry of the 2015 layout (carried over at the end of the year) has no debit to split up.
  return project.style === '2015' && row.creditFen !== null && (row.voucherFen ?? 0) === 0 ? 0 : null;
}
