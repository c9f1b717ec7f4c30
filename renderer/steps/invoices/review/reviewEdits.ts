import type { Call } from '../../../../shared/calls/schema/call.ts';
import type { Edit } from '../../../../shared/edits/edit.ts';
import type { Application } from '../../../../shared/entities/application.ts';
import { Invoice } from '../../../../shared/entities/invoice.ts';
import type { InvoiceReading } from '../../../../shared/entities/invoiceReading.ts';
import { canBeCopy } from '../../../../shared/evidence/canBeCopy.ts';
import { fillRow } from '../../../../shared/evidence/fillRow.ts';
import { readingsByRow } from '../../../../shared/evidence/readingsByRow.ts';
import { settleFields } from '../../../../shared/evidence/settleFields.ts';

/** A row out of a file that tells of none yet: what was read of it, its copy, and the file bound to it. */
export function rowOfReading(
  call: Call,
  application: Application,
  reading: InvoiceReading,
  id: string,
): { readonly row: Invoice; readonly edits: readonly Edit[] } {
  const file = application.attachments.find((one) => one.id === reading.attachment);
  const copies = file !== undefined && canBeCopy(call, file) ? [file.id] : [];
  const row = fillRow(call, Invoice.parse({ id, copies }), settleFields(reading.fields), reading.lines);
  return { row, edits: bind(row, reading) };
}

/** Says of which row a file tells. */
export function bindReading(
  call: Call,
  application: Application,
  reading: InvoiceReading,
  invoice: string,
): readonly Edit[] {
  const row = application.invoices.find(({ id }) => id === invoice);
  const file = application.attachments.find(({ id }) => id === reading.attachment);
  if (row === undefined) return [];
  const copied = file === undefined || !canBeCopy(call, file) || row.copies.includes(file.id);
  const full = fillRow(call, row, settleFields(reading.fields), reading.lines);
  return bind(copied ? full : { ...full, copies: [...full.copies, reading.attachment] }, reading);
}

function bind(row: Invoice, reading: InvoiceReading): readonly Edit[] {
  return [
    { kind: 'rows', list: 'invoices', save: [row], remove: [] },
    { kind: 'rows', list: 'readings', save: [{ ...reading, invoice: row.id }], remove: [] },
  ];
}

/** Rows a person found right, all in one step. */
export function confirmRows(application: Application, rows: readonly string[]): readonly Edit[] {
  const { of } = readingsByRow(application);
  const save = rows.flatMap((invoice) =>
    (of.get(invoice) ?? [])
      .filter(({ confirmed }) => !confirmed)
      .map((reading) => ({ ...reading, invoice, confirmed: true })),
  );
  return save.length === 0 ? [] : [{ kind: 'rows', list: 'readings', save, remove: [] }];
}
