import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

/** At least one copy is attached (none yet is 待填), and every copy the row names exists. */
export function invoiceHasCopy(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null) return null;
  const files = scope.once('attachment-ids', attachmentIds);
  if (row.value.copies.length === 0) return unknown([`${row.name}的复印件`], { column: 'copies' });
  if (row.value.copies.every((copy) => files.has(copy))) return met();
  const lost = row.value.copies.filter((copy) => !files.has(copy));
  return unmet({ column: 'copies', names: lost, detail: `登记的 ${lost.length} 份复印件找不到了` });
}

function attachmentIds({ application }: Scope): ReadonlySet<string> {
  return new Set(application.attachments.map(({ id }) => id));
}
