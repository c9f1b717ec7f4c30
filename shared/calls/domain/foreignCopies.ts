import type { Invoice } from '../../entities/invoice.ts';
import type { Scope } from '../operators/scope.ts';
import { evidenceOfRows } from './evidenceOfRows.ts';

/** A copy of a row on which only invoices of other rows were read. */
export type ForeignCopy = {
  /** Name of the file. */
  readonly name: string;
  /** Ids of the rows it tells of. */
  readonly rows: readonly string[];
};

/** Copies of a row that are of other invoices; one with several invoices is a copy of each of them. */
export function foreignCopies(scope: Scope, { id, copies }: Invoice): readonly ForeignCopy[] {
  if (copies.length === 0 || scope.application.readings.length === 0) return [];
  const told = scope.once('rows-of-copies', rowsOfCopies);
  return copies.flatMap((copy) => {
    const rows = told.get(copy);
    return rows === undefined || rows.has(id) ? [] : [{ name: nameOf(scope, copy), rows: [...rows] }];
  });
}

/** Rows by the file in which an invoice of theirs was read. */
function rowsOfCopies(scope: Scope): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = new Map<string, Set<string>>();
  for (const [row, readings] of evidenceOfRows(scope)) {
    for (const { attachment, fields } of readings) {
      if (fields.length === 0) continue;
      const known = rows.get(attachment);
      if (known === undefined) rows.set(attachment, new Set([row]));
      else known.add(row);
    }
  }
  return rows;
}

function nameOf({ application }: Scope, attachment: string): string {
  return application.attachments.find(({ id }) => id === attachment)?.name ?? attachment;
}
