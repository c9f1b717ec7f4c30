import type { Invoice } from '../entities/invoice.ts';
import type { FieldReading, InvoiceFieldName, InvoiceReading } from '../entities/invoiceReading.ts';
import type { Settled } from './fillRow.ts';
import { fieldOf } from './invoiceField.ts';
import { sameFact } from './sameFact.ts';

const OTHER_HALF: ReadonlyMap<InvoiceFieldName, InvoiceFieldName> = new Map([
  ['buyer.name', 'buyer.taxId'],
  ['buyer.taxId', 'buyer.name'],
  ['seller.name', 'seller.taxId'],
  ['seller.taxId', 'seller.name'],
]);

/**
 * Whether a value is half of another party than the row's: the files contradict each other in its other half, and none
 * that says there what the row says tells this value. Where the row says nothing of it, or what no file says, it is as
 * it was settled.
 */
export function isOfAnother(
  row: Invoice | null,
  field: InvoiceFieldName,
  value: string | number,
  readings: readonly InvoiceReading[],
  settled: Settled,
): boolean {
  const asSettled = settled.get(field)?.ofAnother ?? false;
  const other = OTHER_HALF.get(field);
  const said = other === undefined ? undefined : settled.get(other);
  const inRow = row === null || other === undefined ? null : fieldOf(row, other);
  if (other === undefined || said === undefined || inRow === null) return asSettled;
  if (!said.contradicting.some(({ confidence }) => confidence !== 'doubtful')) return asSettled;
  const tells = (one: FieldReading, name: InvoiceFieldName, what: string | number): boolean =>
    one.field === name && sameFact(name, one.value, what);
  const files = readings
    .map(({ fields }) => fields)
    .filter((fields) => fields.some((one) => one.confidence !== 'doubtful' && tells(one, other, inRow)));
  return files.length === 0 ? asSettled : !files.flat().some((one) => tells(one, field, value));
}
