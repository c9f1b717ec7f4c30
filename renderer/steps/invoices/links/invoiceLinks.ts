import type { Finding } from '../../../../shared/calls/finding.ts';
import { isOpen } from '../../../../shared/calls/isOpen.ts';
import type { Invoice } from '../../../../shared/entities/invoice.ts';
import { invoiceIdentity } from '../../../../shared/entities/invoiceNumber.ts';

/** A row of the table, from 1. */
export type LinkedRow = { readonly invoice: Invoice; readonly number: number };

/** What other rows have to do with one of them. */
export type InvoiceLinks = {
  /** The invoice it takes back; null when it takes none back, `missing` when that one is not in the table. */
  readonly blue: LinkedRow | 'missing' | null;
  /** Invoices that take it back. */
  readonly red: readonly LinkedRow[];
  /** Other rows of the very same invoice. */
  readonly twins: readonly LinkedRow[];
};

/** Linear in the rows. */
export function invoiceLinks(invoices: readonly Invoice[], one: Invoice): InvoiceLinks {
  const own = invoiceIdentity(one);
  const wanted = one.redLetterOf === null ? null : invoiceIdentity(one.redLetterOf);
  let blue: InvoiceLinks['blue'] = wanted === null ? null : 'missing';
  const red: LinkedRow[] = [];
  const twins: LinkedRow[] = [];
  for (const [index, invoice] of invoices.entries()) {
    if (invoice.id === one.id) continue;
    const row = { invoice, number: index + 1 };
    const identity = invoiceIdentity(invoice);
    if (wanted !== null && identity === wanted && blue === 'missing') blue = row;
    if (own === null) continue;
    if (identity === own) twins.push(row);
    if (invoice.redLetterOf !== null && invoiceIdentity(invoice.redLetterOf) === own) red.push(row);
  }
  return { blue, red, twins };
}

/** What the checks say of a row that another place has to do with: the same cost in a ledger, the same invoice elsewhere. */
export function linkingFindings(findings: readonly Finding[], row: string): readonly Finding[] {
  const at = `invoices[${row}]`;
  return findings.filter(
    (finding) =>
      isOpen(finding) &&
      (finding.at === at || finding.at.startsWith(`${at}.`)) &&
      finding.related.some((place) => !place.startsWith('invoices[')),
  );
}
