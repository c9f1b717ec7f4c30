import type { Edit } from '../edits/edit.ts';
import type { Application } from '../entities/application.ts';
import type { InvoiceReading } from '../entities/invoiceReading.ts';
import { readingsByRow } from './readingsByRow.ts';

/** A person looked at the files of a row and at the row, and found it right; none when they had before. */
export function confirmReadings(application: Application, invoice: string): Edit[] {
  const readings = readingsByRow(application).of.get(invoice) ?? [];
  return saved(readings.filter(({ confirmed }) => !confirmed).map((one) => ({ ...one, invoice })));
}

/** A person looked at a file that tells of no row and wants none of it. */
export function putReadingAside(application: Application, reading: string): Edit[] {
  return saved(application.readings.filter(({ id, confirmed }) => id === reading && !confirmed));
}

function saved(readings: readonly InvoiceReading[]): Edit[] {
  if (readings.length === 0) return [];
  const save = readings.map((one) => ({ ...one, confirmed: true }));
  return [{ kind: 'rows', list: 'readings', save, remove: [] }];
}
