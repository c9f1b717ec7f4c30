import type { LedgerRow } from '../entities/ledger.ts';

/** All that a voucher line says, as one text: two lines that say the same have the same. */
export function contentOfVoucher(row: LedgerRow): string {
  const { id: _, details, ...rest } = row;
  const costs = Object.entries(details).sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([Object.entries(rest).sort(([a], [b]) => a.localeCompare(b)), costs]);
}
