import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

/** Every file of a kind that belongs to invoice rows is named by one of them. */
export function copyHasInvoice(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'attachments');
  if (row === null) return null;
  const kinds = scope.once(
    'copy-kinds',
    () => new Set(scope.call.attachments.filter((kind) => kind.rowsOf === 'invoices').map((kind) => kind.id)),
  );
  if (!kinds.has(row.value.kind)) return null;
  const used = scope.once(
    'copies',
    () => new Set(scope.application.invoices.flatMap((invoice) => invoice.copies)),
  );
  return used.has(row.value.id) ? met() : unmet({ names: [row.value.name] });
}
