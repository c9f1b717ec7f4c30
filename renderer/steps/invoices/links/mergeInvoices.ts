import type { Edit } from '../../../../shared/edits/edit.ts';
import type { Application } from '../../../../shared/entities/application.ts';
import type { Invoice } from '../../../../shared/entities/invoice.ts';
import { InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';
import { fieldOf, withField } from '../../../../shared/evidence/invoiceField.ts';

/**
 * Two rows of one invoice become one: what the kept row lacks comes from the other, copies and readings go along, and
 * parts claimed by both are added up. Nothing that stands in the kept row is overwritten. None when a row is not there.
 */
export function mergeInvoices(
  { invoices, readings }: Pick<Application, 'invoices' | 'readings'>,
  kept: string,
  gone: string,
): readonly Edit[] {
  const row = invoices.find(({ id }) => id === kept);
  const other = invoices.find(({ id }) => id === gone);
  if (row === undefined || other === undefined || row === other) return [];
  const moved = readings.filter(({ invoice }) => invoice === gone);
  return [
    { kind: 'rows', list: 'invoices', save: [merged(row, other)], remove: [gone] },
    ...(moved.length === 0
      ? []
      : [
          {
            kind: 'rows' as const,
            list: 'readings' as const,
            save: moved.map((reading) => ({ ...reading, invoice: kept })),
            remove: [],
          },
        ]),
  ];
}

function merged(row: Invoice, other: Invoice): Invoice {
  const filled = InvoiceFieldName.options.reduce((next, field) => {
    const value = fieldOf(other, field);
    return fieldOf(next, field) === null && value !== null ? withField(next, field, value) : next;
  }, row);
  const claimedFen =
    row.claimedFen !== null && other.claimedFen !== null
      ? row.claimedFen + other.claimedFen
      : // Without a part of its own a row claims the whole invoice, and goes on doing so.
        row.claimedFen;
  const notes = [row.note.trim(), other.note.trim()].filter((note) => note !== '');
  return {
    ...filled,
    claimedFen,
    note: [...new Set(notes)].join('；'),
    lines: row.lines.length > 0 ? row.lines : other.lines,
    copies: [...new Set([...row.copies, ...other.copies])],
  };
}
