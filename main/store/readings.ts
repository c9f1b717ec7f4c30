import { InvoiceReading } from '../../shared/entities/invoiceReading.ts';
import { listTable } from './listTable.ts';
import { fromJson } from './sqlRow.ts';

/** What the files in the draft told of invoices. */
export const readings = listTable<InvoiceReading>({
  table: 'readings',
  path: 'readings',
  schema: InvoiceReading,
  idOf: (reading) => reading.id,
  columns: ['attachment_id', 'invoice_id', 'confirmed', 'pages', 'fields', 'lines', 'problems'],
  toRow: (reading) => [
    reading.attachment,
    reading.invoice,
    reading.confirmed ? 1 : 0,
    JSON.stringify(reading.pages),
    JSON.stringify(reading.fields),
    JSON.stringify(reading.lines),
    JSON.stringify(reading.problems),
  ],
  fromRow: (row) => ({
    id: row.id,
    attachment: row.attachment_id,
    invoice: row.invoice_id,
    confirmed: row.confirmed === 1,
    pages: fromJson(row.pages),
    fields: fromJson(row.fields),
    lines: fromJson(row.lines),
    problems: fromJson(row.problems),
  }),
});
