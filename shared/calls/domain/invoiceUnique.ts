import type { RowOf } from '../operators/row.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { invoiceIdentities } from './invoiceIdentities.ts';
import { rowIn } from './rowIn.ts';

/** No invoice twice, by (代码, 号码). The later row is the double; it names the first. */
export function invoiceUnique(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null) return null;
  const identity = invoiceIdentities(scope)[row.position] ?? null;
  if (identity === null) return unknown([`${row.name}的发票号码`], { column: 'number' });
  const first = scope.once('invoice-unique', firstByIdentity).get(identity);
  if (first === undefined || first.id === row.id || first.position >= row.position) return met();
  return unmet({ names: [first.name], column: 'number', detail: `与${first.name}是同一张发票` });
}

function firstByIdentity(scope: Scope): ReadonlyMap<string, RowOf<'invoices'>> {
  const first = new Map<string, RowOf<'invoices'>>();
  const identities = invoiceIdentities(scope);
  for (const row of scope.rows('invoices')) {
    if (row.of !== 'invoices') continue;
    const identity = identities[row.position] ?? null;
    if (identity !== null && !first.has(identity)) first.set(identity, row);
  }
  return first;
}
