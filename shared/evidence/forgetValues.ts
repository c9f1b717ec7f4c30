import type { Call } from '../calls/schema/call.ts';
import type { Invoice } from '../entities/invoice.ts';
import type { InvoiceReading } from '../entities/invoiceReading.ts';
import { comparedValue } from './comparedValue.ts';
import { rowValue } from './fillRow.ts';
import { fieldOf, withField } from './invoiceField.ts';
import { settleFields } from './settleFields.ts';

/**
 * The row without what it had only from readings that are gone (a list whose columns were corrected): a value that is
 * theirs to the letter and that no other tells. Of a row a person confirmed nothing is taken.
 * @param before all readings of the row as they were
 * @param gone ids of those that are replaced
 */
export function forgetValues(
  call: Call,
  row: Invoice,
  before: readonly InvoiceReading[],
  gone: ReadonlySet<string>,
): Invoice {
  if (before.some(({ confirmed }) => confirmed)) return row;
  const replaced = before.filter(({ id }) => gone.has(id));
  if (replaced.length === 0) return row;
  const theirs = new Set(replaced.flatMap(({ fields }) => fields));
  const others = before.filter(({ id }) => !gone.has(id)).map(({ fields }) => settleFields(fields));
  const settled = settleFields(...before.map(({ fields }) => fields));
  let next = row;
  for (const [field, { reading }] of settled) {
    const told = rowValue(call, field, settled);
    if (!theirs.has(reading) || told === null || !isSame(field, fieldOf(row, field), told)) continue;
    if (others.some((other) => isSame(field, rowValue(call, field, other), told))) continue;
    next = withField(next, field, null);
  }
  const lines = JSON.stringify(row.lines);
  return replaced.some((one) => JSON.stringify(one.lines) === lines) ? { ...next, lines: [] } : next;
}

function isSame(
  field: Parameters<typeof comparedValue>[0],
  one: string | number | null,
  other: string | number,
): boolean {
  return comparedValue(field, one) === comparedValue(field, other);
}
