import type { Call } from '../schema/call.ts';
import type { Rule } from '../schema/rule.ts';

/**
 * What files tell of the invoices is judged in every call: sources that contradict each other or the row, guesses
 * nobody looked at, and an invoice that several files show. They belong to what the call says of its list of
 * invoices, else of their copies.
 */
export function readingRules(call: Call): readonly Rule[] {
  const home = homeOf(call);
  if (home === null) return [];
  const common = { ...home, at: 'invoices', forEach: 'invoices' } as const;
  return [
    {
      ...common,
      key: `${home.id}/readings`,
      title: '各处读出的发票内容互不矛盾',
      severity: 'warning',
      must: { domain: 'invoice-readings-agree' },
      unmet: '{row}：{detail}，请对照影像核对。',
    },
    {
      ...common,
      key: `${home.id}/seen`,
      title: '读得不确定的发票已经核对',
      severity: 'hint',
      must: { domain: 'invoice-reading-seen' },
      unmet: '{row}的{names}读得不确定，还没有人核对，请对照影像看一遍。',
    },
    {
      ...common,
      key: `${home.id}/once`,
      title: '同一张发票只装订一份',
      severity: 'hint',
      must: { domain: 'invoice-bound-once' },
      unmet: '{row}{detail}，装订时会印两次；不需要的请移出，或改放其他类别。',
    },
  ];
}

function homeOf({ rules, attachments }: Call): Pick<Rule, 'id' | 'clause'> | null {
  const list = rules.find(({ at, forEach }) => at === 'invoices' && forEach === undefined);
  if (list !== undefined) return { id: list.id, clause: list.clause };
  const copies = attachments.find(({ rowsOf }) => rowsOf === 'invoices');
  if (copies !== undefined) return { id: copies.requirement, clause: copies.clause };
  const row = rules.find(({ forEach }) => forEach === 'invoices');
  return row === undefined ? null : { id: row.id, clause: row.clause };
}
