import type { FieldReading, ReadInvoice } from '../../../shared/entities/invoiceReading.ts';
import { ofdToPdf } from '../ofd/ofdToPdf.ts';
import { readPdfInvoices } from './readPdfInvoices.ts';

/**
 * What an OFD shows to who looks at it: drawn and read as a PDF is, QR codes of scans too. For an OFD without any data,
 * since it takes a hundred times as long as reading these.
 */
export async function readDrawnOfd(
  path: string,
  onPage: (page: number) => void,
): Promise<readonly ReadInvoice[]> {
  const drawn = await ofdToPdf(path, onPage);
  if (!drawn.ok) return [];
  const { invoices } = await readPdfInvoices(drawn.pdf, onPage);
  return invoices.map((invoice) => ({ ...invoice, fields: invoice.fields.map(asOfd) }));
}

function asOfd(field: FieldReading): FieldReading {
  return field.source === 'pdf-text' ? { ...field, source: 'ofd-text' } : field;
}
