import type { Finding } from '../../../shared/calls/finding.ts';
import { isOpen } from '../../../shared/calls/isOpen.ts';
import type { LedgerProject, LedgerRow } from '../../../shared/entities/ledger.ts';

/** A voucher that an invoice seems to be counted by once more. */
export type LedgerDouble = {
  readonly key: string;
  readonly row: LedgerRow;
  /** From 1. */
  readonly number: number;
  /** Place of the invoice. */
  readonly invoice: string;
  readonly message: string;
};

/** What the checks found of the rows of one sub-ledger and of invoices that speak of them. Linear. */
export function ledgerDoubles(
  findings: readonly Finding[],
  { id, rows }: LedgerProject,
): readonly LedgerDouble[] {
  const prefix = `ledger[${id}].rows[`;
  const places = new Map(rows.map((row, index) => [`${prefix}${row.id}]`, { row, number: index + 1 }]));
  return findings.flatMap((finding) => {
    if (!finding.at.startsWith('invoices[') || !isOpen(finding)) return [];
    const place = finding.related.find((one) => one.startsWith(prefix));
    const end = place?.indexOf(']', prefix.length) ?? -1;
    const found = place === undefined || end < 0 ? undefined : places.get(place.slice(0, end + 1));
    if (found === undefined) return [];
    return [{ key: finding.key, ...found, invoice: finding.at, message: finding.message }];
  });
}
