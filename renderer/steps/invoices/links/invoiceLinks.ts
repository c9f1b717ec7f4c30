import type { Finding } from '../../../../shared/calls/finding.ts';
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

/** Whether a finding of a row speaks of something outside of the table: the same cost in a ledger. */
export function speaksOfElsewhere({ related }: Finding): boolean {
  return related.some((place) => !place.startsWith('invoices['));
}
