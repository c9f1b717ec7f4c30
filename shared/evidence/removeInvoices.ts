import type { Edit } from '../edits/edit.ts';
import type { Application } from '../entities/application.ts';
import { readingsByRow } from './readingsByRow.ts';

/**
 * Takes rows out: what files tell of them is put aside with them, so that it neither waits to be looked at nor makes
 * the rows again when the same is read once more. Undone, rows and readings are as they were.
 */
export function removeInvoices(
  application: Pick<Application, 'invoices' | 'attachments' | 'readings'>,
  rows: readonly string[],
): readonly Edit[] {
  if (rows.length === 0) return [];
  const { of } = readingsByRow(application);
  const save = rows
    .flatMap((row) => of.get(row) ?? [])
    .filter(({ confirmed }) => !confirmed)
    .map((one) => ({ ...one, confirmed: true }));
  const removal: Edit = { kind: 'rows', list: 'invoices', save: [], remove: [...rows] };
  return save.length === 0 ? [removal] : [removal, { kind: 'rows', list: 'readings', save, remove: [] }];
}
