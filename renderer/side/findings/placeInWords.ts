import { ROW_WORDS } from '../../../shared/calls/rowWords.ts';
import type { Application } from '../../../shared/entities/application.ts';

/** A row a finding speaks of, as people count it: `第 8 行发票`, `辅助账“质检算法研发”第 3 行`. Null when it is not there. */
export function placeInWords(application: Application, at: string): string | null {
  const [, list = '', id = '', rest = ''] = /^(\w+)\[([^\]]+)\](.*)$/.exec(at) ?? [];
  if (list === 'ledger') {
    const project = application.ledger.find((one) => one.id === id);
    const row = /^\.rows\[([^\]]+)\]/.exec(rest)?.[1];
    if (project === undefined) return null;
    const name = project.name === '' ? '辅助账' : `辅助账“${project.name}”`;
    const index = project.rows.findIndex((one) => one.id === row);
    return index < 0 ? name : `${name}第 ${index + 1} 行`;
  }
  const rows = list === 'invoices' ? application.invoices : list === 'budget' ? application.budget : [];
  const index = rows.findIndex((one) => one.id === id);
  return index < 0 ? null : (ROW_WORDS[list]?.row(index + 1) ?? null);
}
