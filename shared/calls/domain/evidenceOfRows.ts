import type { InvoiceReading } from '../../entities/invoiceReading.ts';
import { readingsByRow } from '../../evidence/readingsByRow.ts';
import type { Scope } from '../operators/scope.ts';

/** Readings by the id of the invoice row they tell of. */
export function evidenceOfRows(scope: Scope): ReadonlyMap<string, readonly InvoiceReading[]> {
  return scope.once('evidence-of-rows', ({ application }) => readingsByRow(application).of);
}
