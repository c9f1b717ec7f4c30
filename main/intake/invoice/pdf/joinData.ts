import type { FieldReading, ReadInvoice } from '../../../../shared/entities/invoiceReading.ts';
import type { InvoiceData } from './readPdfData.ts';

/**
 * Data of a file joined to the invoices of its pages: to the one of the same number, or to the only one, whose number
 * may then contradict it. Without any invoice on its pages the data are the invoice.
 */
export function joinData(invoices: readonly ReadInvoice[], data: readonly InvoiceData[]): ReadInvoice[] {
  return data.reduce<ReadInvoice[]>((known, one) => joinOne(known, one), [...invoices]);
}

function joinOne(invoices: readonly ReadInvoice[], { fields, lines }: InvoiceData): ReadInvoice[] {
  const number = fields.find(({ field }) => field === 'number')?.value;
  if (number === undefined) return [...invoices];
  if (invoices.length === 0) return [{ pages: [1], fields: [...fields], lines: [...lines], problems: [] }];
  const owner =
    invoices.length === 1
      ? 0
      : invoices.findIndex((invoice) => invoice.fields.some(isSame('number', number)));
  return invoices.map((invoice, index) => {
    if (index !== owner) return invoice;
    const told = fields.map((field) => weighed(field, invoice));
    return {
      ...invoice,
      fields: [...told, ...invoice.fields],
      lines: lines.length > 0 ? [...lines] : invoice.lines,
    };
  });
}

/** The dictionary is certain only where the page says the same: a file may have been printed over. */
function weighed(field: FieldReading, { fields }: ReadInvoice): FieldReading {
  if (field.source !== 'pdf-metadata') return field;
  const said = fields.some(
    (other) => other.confidence !== 'doubtful' && isSame(field.field, field.value)(other),
  );
  return said ? { ...field, confidence: 'certain' } : field;
}

function isSame(name: FieldReading['field'], value: string | number): (field: FieldReading) => boolean {
  const bare = (one: string | number) =>
    typeof one === 'number' ? one : one.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return (field) => field.field === name && bare(field.value) === bare(value);
}
