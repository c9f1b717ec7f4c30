import type { Call } from '../calls/schema/call.ts';
import type { Invoice, InvoiceLine } from '../entities/invoice.ts';
import { InvoiceFieldName } from '../entities/invoiceReading.ts';
import { categoryOfLabel } from './categoryOfLabel.ts';
import { fieldOf, withField } from './invoiceField.ts';
import type { SettledField } from './settleFields.ts';

export type Settled = ReadonlyMap<InvoiceFieldName, SettledField>;

/** The row with what it lacks, out of what its files tell; nothing that stands in it is overwritten. */
export function fillRow(
  call: Call,
  invoice: Invoice,
  settled: Settled,
  lines: readonly InvoiceLine[],
): Invoice {
  let row = invoice;
  for (const field of InvoiceFieldName.options) {
    if (fieldOf(row, field) !== null) continue;
    const value = rowValue(call, field, settled);
    if (value === null || isForeignCode(field, row, settled)) continue;
    row = withField(row, field, value);
  }
  // A code without a number names no invoice.
  if (row.redLetterOf?.number === '') row = { ...row, redLetterOf: null };
  return row.lines.length > 0 || lines.length === 0 ? row : { ...row, lines: [...lines] };
}

/** What a row takes of a settled field: a list's own word for a category becomes the call's; null when it takes none. */
export function rowValue(call: Call, field: InvoiceFieldName, settled: Settled): string | number | null {
  const one = settled.get(field);
  const value = one === undefined || one.ofAnother ? null : one.value;
  return field === 'category' && value !== null ? categoryOfLabel(call, String(value)) : value;
}

/** An invoice with a number of 20 digits has no code, whatever stands beside it on the page. */
function isForeignCode(field: InvoiceFieldName, row: Invoice, settled: Settled): boolean {
  if (field !== 'code' && field !== 'redLetterOf.code') return false;
  const number = field === 'code' ? 'number' : 'redLetterOf.number';
  return String(fieldOf(row, number) ?? settled.get(number)?.value ?? '').length === 20;
}
