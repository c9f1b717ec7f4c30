import type { ElsewhereInvoice } from '../../entities/elsewhereInvoice.ts';
import type { RowOf } from '../operators/row.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { invoiceIdentities } from './invoiceIdentities.ts';
import { rowIn } from './rowIn.ts';

/**
 * No invoice twice, by (代码, 号码): neither in this draft, where the later row is the double and names the first, nor
 * in another draft the workstation knows, which is named.
 */
export function invoiceUnique(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null) return null;
  const identity = invoiceIdentities(scope)[row.position] ?? null;
  if (identity === null) {
    // A number that a spreadsheet destroyed identifies nothing; its own check says so.
    return row.value.number.trim() === '' ? unknown([`${row.name}的发票号码`], { column: 'number' }) : null;
  }
  const first = scope.once('invoice-unique', firstByIdentity).get(identity);
  if (first !== undefined && first.id !== row.id && first.position < row.position) {
    return unmet({
      names: [first.name],
      column: 'number',
      related: [first.path],
      detail: `与${first.name}是同一张发票`,
    });
  }
  const others = scope.once('invoice-elsewhere', elsewhereByIdentity).get(identity);
  return others === undefined ? met() : unmet({ ...inOtherDrafts(others), column: 'number' });
}

/**
 * “已登记在草稿《…》第 12 行发票（文件夹 …）”. A draft whose file is gone may have been thrown away, which only a person
 * can say: then it is a warning, which can be set aside with that reason.
 */
function inOtherDrafts(others: readonly ElsewhereInvoice[]): Pick<Verdict, 'names' | 'detail' | 'atMost'> {
  const names = others.map(({ draftName, projectName, folder, row, fileGone }) => {
    const project = projectName === '' ? '' : `项目“${projectName}”，`;
    return `草稿《${draftName}》第 ${row} 行发票（${project}文件夹 ${folder}${fileGone ? '，文件已移走' : ''}）`;
  });
  return {
    names,
    detail: `已登记在${names.join('、')}`,
    atMost: others.every(({ fileGone }) => fileGone) ? 'warning' : null,
  };
}

function elsewhereByIdentity({ surroundings }: Scope): ReadonlyMap<string, readonly ElsewhereInvoice[]> {
  const byIdentity = new Map<string, ElsewhereInvoice[]>();
  for (const one of surroundings.elsewhere) {
    const known = byIdentity.get(one.identity);
    if (known === undefined) byIdentity.set(one.identity, [one]);
    else known.push(one);
  }
  return byIdentity;
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
