import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../shared/edits/applyEdit.ts';
import { Edit } from '../../../shared/edits/edit.ts';
import { editsBetween } from '../../../shared/edits/editsBetween.ts';
import { Application } from '../../../shared/entities/application.ts';

const application = (entered: Record<string, unknown>) =>
  Application.parse({ call: { id: 'a-call', revision: 1 }, ...entered });
const plan = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const states = {
  empty: application({}),
  begun: application({
    answers: { name: '五号车间', total: 100 },
    direction: { id: 'five', scenarioIds: ['one'] },
    targets: { coverage: 90 },
    statements: { revenue: 100, profit: -5 },
    plan: { 'plan.1': plan('背景') },
    budget: ['a', 'b', 'c', 'd'].map((id) => ({ id, item: `第 ${id} 项`, amountFen: 100 })),
    ledger: [{ id: 'rd', rows: [{ id: 'r1' }, { id: 'r2' }] }],
    setAside: [{ findingKey: 'B4', reason: '合同中已约定' }],
  }),
  changed: application({
    answers: { name: '六号车间', leader: '李工' },
    direction: { id: 'five', scenarioIds: [] },
    targets: { other: true },
    statements: { revenue: 101 },
    plan: { 'plan.1': plan('目标'), 'plan.2': plan('内容') },
    budget: ['d', 'e', 'a'].map((id) => ({ id, item: id === 'a' ? '网关' : `第 ${id} 项`, amountFen: 100 })),
    ledger: [{ id: 'rd', rows: [{ id: 'r2' }, { id: 'r3' }] }, { id: 'rd2' }],
    consortium: [{ id: 'u1', name: '乙公司' }],
    setAside: [{ findingKey: 'H12', reason: '分机号' }],
    settings: { paperGsm: 100 },
  }),
};
const names = Object.keys(states) as (keyof typeof states)[];

/** "Not answered" may be written as null or left out. */
function answered({ answers, targets, statements, ...others }: Application) {
  const given = (values: object) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return { ...others, answers: given(answers), targets: given(targets), statements: given(statements) };
}

describe('the edits between two applications', () => {
  it.each(names.flatMap((from) => names.map((to) => [from, to] as const)))(
    'lead from %s to %s',
    (from, to) => {
      const edits = editsBetween(states[from], states[to]);
      const reached = edits.reduce(
        (state, edit) => applyEdit(state, Edit.parse(edit)).application,
        states[from],
      );
      expect(answered(reached)).toEqual(answered(states[to]));
    },
  );

  it('are none between alike ones', () => {
    expect(editsBetween(states.begun, structuredClone(states.begun))).toEqual([]);
  });

  it('speak only of the rows that differ', () => {
    const [edit, ...others] = editsBetween(
      states.begun,
      applyEdit(states.begun, Edit.parse({ kind: 'rows', list: 'budget', save: [{ id: 'b', item: '网关' }] }))
        .application,
    );
    expect(others).toEqual([]);
    expect(edit).toMatchObject({
      kind: 'rows',
      list: 'budget',
      save: [{ id: 'b', item: '网关' }],
      remove: [],
    });
  });
});
