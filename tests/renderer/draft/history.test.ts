import { describe, expect, it } from 'vitest';
import { type Change, remember } from '../../../renderer/draft/history.ts';
import { applyEdit } from '../../../shared/edits/applyEdit.ts';
import type { Edit } from '../../../shared/edits/edit.ts';
import { Application } from '../../../shared/entities/application.ts';
import { BudgetLine } from '../../../shared/entities/budgetLine.ts';

const empty = Application.parse({ call: { id: 'some-call', revision: 1 } });
const row = (id: string, item: string) => BudgetLine.parse({ id, category: 'c', item, amountFen: 1 });
const saveRow = (...rows: ReturnType<typeof row>[]): Edit => ({
  kind: 'rows',
  list: 'budget',
  save: rows,
  remove: [],
});

/** Does edits one after the other as the window does; returns the application and the steps of undo. */
function doAll(edits: readonly (readonly [Edit, number, string | null])[]) {
  let application = empty;
  let past: readonly Change[] = [];
  for (const [edit, time, mergeKey] of edits) {
    const applied = applyEdit(application, edit);
    application = applied.application;
    past = remember(past, {
      edits: [edit],
      inverse: [applied.inverse],
      at: 'somewhere',
      mergeKey,
      time,
      begun: time,
    });
  }
  return { application, past };
}

function undoAll({ application, past }: ReturnType<typeof doAll>): Application {
  return past
    .toReversed()
    .flatMap(({ inverse }) => inverse)
    .reduce((state, edit) => applyEdit(state, edit).application, application);
}

const typed = (value: string): Edit => ({ kind: 'answer', field: 'name', value });

describe('steps of undo', () => {
  it('one typing is one step, which takes all of it back', () => {
    const done = doAll([
      [typed('智'), 0, 'name'],
      [typed('智能'), 300, 'name'],
      [typed('智能车间'), 900, 'name'],
    ]);
    expect(done.past).toHaveLength(1);
    expect(undoAll(done).answers.name).toBeNull();
  });

  it('a pause, another field or no key begins a new step', () => {
    expect(
      doAll([
        [typed('a'), 0, 'name'],
        [typed('ab'), 2000, 'name'],
      ]).past,
    ).toHaveLength(2);
    expect(
      doAll([
        [typed('a'), 0, 'name'],
        [{ kind: 'answer', field: 'other', value: 'x' }, 100, 'other'],
      ]).past,
    ).toHaveLength(2);
    expect(
      doAll([
        [typed('a'), 0, null],
        [typed('ab'), 100, null],
      ]).past,
    ).toHaveLength(2);
  });

  it('typing that never pauses is still cut, so that undo takes back a sentence and not an hour', () => {
    const hour = Array.from(
      { length: 100 },
      (_, index) => [typed('x'.repeat(index)), index * 500, 'name'] as const,
    );
    const { past } = doAll(hour);
    expect(past.length).toBeGreaterThan(2);
    expect(past.length).toBeLessThan(10);
  });

  it('typing in one row is one step', () => {
    const done = doAll([
      [saveRow(row('r1', '机')), 0, 'r1'],
      [saveRow(row('r1', '机床')), 300, 'r1'],
    ]);
    expect(done.past).toHaveLength(1);
    expect(undoAll(done).budget).toEqual([]);
  });

  it('rows that are not the very same never become one step, whatever key they come with', () => {
    const done = doAll([
      [saveRow(row('r1', 'a')), 0, 'budget'],
      [saveRow(row('r2', 'b')), 100, 'budget'],
      [saveRow(row('r1', 'c'), row('r2', 'd')), 200, 'budget'],
      [{ kind: 'rows', list: 'budget', save: [], remove: ['r1'] }, 300, 'budget'],
      [{ kind: 'rows', list: 'budget', save: [], remove: ['r2'] }, 400, 'budget'],
    ]);
    expect(done.past).toHaveLength(5);
    expect(undoAll(done)).toEqual(empty);
  });

  it('keeps the newest steps when there are very many', () => {
    const many = Array.from({ length: 600 }, (_, index) => [typed(String(index)), index, null] as const);
    const { past } = doAll(many);
    expect(past).toHaveLength(500);
    expect(past.at(-1)?.edits).toEqual([typed('599')]);
  });
});
