import type { Application } from '../entities/application.ts';
import type { InvoiceReading } from '../entities/invoiceReading.ts';

/** Readings by the row they tell of, and those that tell of none. */
export type ReadingsByRow = {
  readonly of: ReadonlyMap<string, readonly InvoiceReading[]>;
  readonly none: readonly InvoiceReading[];
};

/**
 * Readings of files that are in the draft, by row. One that was never of a row belongs to the row a person made its
 * file a copy of, when that is one row only; one whose row was taken out belongs to none.
 */
export function readingsByRow({
  invoices,
  attachments,
  readings,
}: Pick<Application, 'invoices' | 'attachments' | 'readings'>): ReadingsByRow {
  const files = new Set(attachments.map(({ id }) => id));
  const rows = new Set(invoices.map(({ id }) => id));
  const rowOfCopy = new Map<string, string | null>();
  for (const { id, copies } of invoices) {
    for (const copy of copies) rowOfCopy.set(copy, rowOfCopy.has(copy) ? null : id);
  }
  const of = new Map<string, InvoiceReading[]>();
  const none: InvoiceReading[] = [];
  for (const reading of readings) {
    if (!files.has(reading.attachment)) continue;
    const { invoice, attachment } = reading;
    const row = invoice === null ? (rowOfCopy.get(attachment) ?? null) : rows.has(invoice) ? invoice : null;
    const known = row === null ? none : of.get(row);
    if (known !== undefined) known.push(reading);
    else if (row !== null) of.set(row, [reading]);
  }
  return { of, none };
}
