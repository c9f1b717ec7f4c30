import { holdsData } from '../../entities/attachment.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

/**
 * Every file of a kind that belongs to invoice rows is named by one of them. An XML or a list of invoices is no copy:
 * it tells of rows, and is shown on no paper.
 */
export function copyHasInvoice(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'attachments');
  if (row === null) return null;
  const kinds = scope.once('copy-kinds', copyKinds);
  if (!kinds.has(row.value.kind) || holdsData(row.value)) return null;
  const used = scope.once('copies', copiesNamed);
  return used.has(row.value.id) ? met() : unmet({ names: [row.value.name] });
}

function copyKinds({ call }: Scope): ReadonlySet<string> {
  return new Set(call.attachments.filter((kind) => kind.rowsOf === 'invoices').map(({ id }) => id));
}

function copiesNamed({ application }: Scope): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { copies } of application.invoices) for (const copy of copies) named.add(copy);
  return named;
}
