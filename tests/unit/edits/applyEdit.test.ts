import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../shared/edits/applyEdit.ts';
import { Edit } from '../../../shared/edits/edit.ts';
import { Application } from '../../../shared/entities/application.ts';

const application = Application.parse({
  call: { id: 'a-call', revision: 1 },
  answers: { name: '五号车间' },
  targets: { coverage: 90 },
  statements: { profit: -5 },
  budget: ['a', 'b', 'c', 'd'].map((id) => ({ id, item: `第 ${id} 项`, amountFen: 100 })),
  ledger: [{ id: 'rd', rows: [{ id: 'r1' }, { id: 'r2' }] }],
  setAside: [{ findingKey: 'B4', reason: '合同中已约定' }],
});

const kinds: readonly (readonly [string, unknown])[] = [
  ['an answer that stood there', { kind: 'answer', field: 'name', value: '六号车间' }],
  ['an answer that was not there', { kind: 'answer', field: 'leader', value: '李工' }],
  ['the direction', { kind: 'direction', value: { id: 'five', scenarioIds: ['one'] } }],
  ['a figure of the statements', { kind: 'statement', field: 'revenue', value: 100 }],
  ['a figure of the statements taken back', { kind: 'statement', field: 'profit', value: null }],
  ['a target', { kind: 'target', target: 'coverage', value: null }],
  [
    'the words of the plan',
    { kind: 'plan', item: 'plan.1', value: { type: 'doc', content: [{ type: 'paragraph' }] } },
  ],
  ['the settings', { kind: 'settings', value: { paperGsm: 100 } }],
  ['a new reason', { kind: 'setAside', finding: 'H12', reason: '分机号' }],
  ['a reason taken back', { kind: 'setAside', finding: 'B4', reason: null }],
  ['a changed row', { kind: 'rows', list: 'budget', save: [{ id: 'b', item: '网关' }] }],
  ['a new row', { kind: 'rows', list: 'budget', save: [{ id: 'e' }] }],
  ['removed rows', { kind: 'rows', list: 'budget', remove: ['a', 'c'] }],
  ['another order', { kind: 'rows', list: 'budget', order: ['d', 'a', 'c', 'b'] }],
  [
    'a new row in the middle, one changed, one removed',
    {
      kind: 'rows',
      list: 'budget',
      save: [{ id: 'e' }, { id: 'd', item: '边缘服务器' }],
      remove: ['b'],
      order: ['a', 'e', 'c', 'd'],
    },
  ],
  ['a unit', { kind: 'rows', list: 'consortium', save: [{ id: 'u1', name: '乙公司' }] }],
  ['an indicator', { kind: 'rows', list: 'ownIndicators', save: [{ id: 'i1' }] }],
  ['an invoice', { kind: 'rows', list: 'invoices', save: [{ id: 'v1', number: '24502000000012345678' }] }],
  ['a sub-ledger', { kind: 'rows', list: 'ledger', save: [{ id: 'rd2' }], order: ['rd2', 'rd'] }],
  ['voucher lines', { kind: 'ledgerRows', project: 'rd', save: [{ id: 'r3' }], remove: ['r1'] }],
];

describe('an edit', () => {
  it.each(kinds)('of %s is taken back by its inverse', (_name, given) => {
    const before = structuredClone(application);
    const edit = Edit.parse(given);
    const { application: after, inverse } = applyEdit(application, edit);
    expect(after).not.toEqual(application);
    const restored = applyEdit(after, Edit.parse(inverse));
    expect(withoutEmptyAnswers(restored.application)).toEqual(withoutEmptyAnswers(application));
    expect(applyEdit(restored.application, restored.inverse).application).toEqual(after);
    expect(application, 'what came in is not touched').toEqual(before);
  });

  it('leaves what it does not speak of the same object', () => {
    const { application: after } = applyEdit(application, { kind: 'answer', field: 'name', value: null });
    expect(after.budget).toBe(application.budget);
    expect(after.plan).toBe(application.plan);
  });

  it('puts rows where the order says, also new ones', () => {
    const edit = Edit.parse({ kind: 'rows', list: 'budget', save: [{ id: 'new' }], order: ['new', 'c'] });
    expect(applyEdit(application, edit).application.budget.map(({ id }) => id)).toEqual([
      'new',
      'c',
      'a',
      'b',
      'd',
    ]);
  });

  it('to a sub-ledger or a row that is not there changes nothing', () => {
    const lines = Edit.parse({ kind: 'ledgerRows', project: 'gone', save: [{ id: 'x' }] });
    expect(applyEdit(application, lines).application).toBe(application);
    const removal = Edit.parse({ kind: 'rows', list: 'budget', remove: ['gone'] });
    expect(applyEdit(application, removal).application).toEqual(application);
  });
});

/** "Not answered" may stand as null or not at all; both are the same. */
function withoutEmptyAnswers({ answers, targets, statements, ...rest }: Application) {
  const told = (record: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
  return { ...rest, answers: told(answers), targets: told(targets), statements: told(statements) };
}
