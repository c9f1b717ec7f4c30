import type { Application } from '../entities/application.ts';
import type { Finding } from './finding.ts';

/** Rows named in a list of print; the rest are told by their number. */
const MOST_NAMED = 12;

const COUNTED: Readonly<Record<string, string>> = {
  invoices: '张发票',
  budget: '行预算',
  attachments: '份附件',
  consortium: '家单位',
  ledger: '本辅助账',
  ledgerRows: '行辅助账',
};

/** How many rows findings of one rule speak of: `38 张发票`, `5 份附件`. */
export function countOfRows([first, ...others]: readonly [Finding, ...Finding[]]): string {
  const list = first.at.includes('].rows[') ? 'ledgerRows' : (/^(\w+)\[/.exec(first.at)?.[1] ?? '');
  return `${others.length + 1} ${COUNTED[list] ?? '项'}`;
}

/**
 * Which rows they are, as people count: `第 3、7、9 行`, `第 1、2、3 等 38 行`; files by their names. Null for places
 * that are no rows of a list, and for vouchers, which are counted anew in every ledger.
 */
export function rowsInWords(application: Application, findings: readonly Finding[]): string | null {
  const ids = findings.map(({ at }) => /^(invoices|budget|attachments)\[([^\]]+)\]/.exec(at) ?? []);
  const [, list] = ids[0] ?? [];
  if (list !== 'invoices' && list !== 'budget' && list !== 'attachments') return null;
  const rows: readonly { readonly id: string; readonly name?: string }[] = application[list];
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const found = ids.flatMap(([, , id = '']) => places.get(id) ?? []);
  if (found.length === 0) return null;
  const named = found.slice(0, MOST_NAMED);
  const more = found.length > named.length;
  if (list === 'attachments')
    return `${named.map((at) => `“${rows[at]?.name ?? ''}”`).join('、')}${more ? ` 等 ${found.length} 份` : ''}`;
  return `第 ${named.map((at) => at + 1).join('、')} ${more ? `等 ${found.length} ` : ''}行`;
}
