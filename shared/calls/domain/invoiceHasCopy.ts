import { holdsData } from '../../entities/attachment.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

/**
 * Every copy the row names exists, and at least one of them has pages to bind (none yet is 待填): an XML original
 * proves the invoice, but nobody can read it on paper.
 */
export function invoiceHasCopy(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null) return null;
  const files = scope.once('copies-with-pages', copiesWithPages);
  const lost = row.value.copies.filter((copy) => !files.has(copy));
  if (lost.length > 0)
    return unmet({ column: 'copies', names: lost, detail: `登记的 ${lost.length} 份复印件找不到了` });
  if (row.value.copies.some((copy) => files.get(copy) === true)) return met();
  return unknown([`${row.name}的复印件`], { column: 'copies' });
}

/** By id of every attachment: whether it has pages. */
function copiesWithPages({ application }: Scope): ReadonlyMap<string, boolean> {
  return new Map(application.attachments.map((file) => [file.id, !holdsData(file)]));
}
