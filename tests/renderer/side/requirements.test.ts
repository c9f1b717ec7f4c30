import { describe, expect, it } from 'vitest';
import { groupByClause } from '../../../renderer/side/groupByClause.ts';
import { markWords } from '../../../renderer/side/markWords.ts';
import { evaluate } from '../../../shared/calls/evaluate.ts';
import { requirementStates } from '../../../shared/calls/requirementStates.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';
import { emptyApplication, sampleApplication } from '../../calls/sampleApplications.ts';

const call = firstCall();
const stateOf = (application: Parameters<typeof evaluate>[1], key: string) =>
  requirementStates(call, evaluate(call, application)).find(({ requirement }) => requirement.key === key)
    ?.state;

describe('a requirement', () => {
  it('is met, broken, 待填 or not for this application', () => {
    expect(stateOf(sampleApplication('5g-workshop'), 'H2')).toBe('met');
    expect(stateOf(sampleApplication('cluster-wrong'), 'H2')).toBe('error');
    expect(stateOf(emptyApplication(call), 'H2')).toBe('unknown');
    expect(stateOf(sampleApplication('5g-workshop'), 'D3.3')).toBe('notApplicable');
    expect(stateOf(emptyApplication(call), 'A2')).toBeNull();
  });

  it('judged row by row is as its worst row, and tells that row', () => {
    const states = requirementStates(call, evaluate(call, sampleApplication('cluster-wrong')));
    const unique = states.find(({ requirement }) => requirement.key === 'H8');
    expect(unique?.state).toBe('error');
    expect(unique?.open?.key).toBe('H8#invoice-4');
  });

  it('stands under its clause, and each clause once', () => {
    const states = requirementStates(call, evaluate(call, emptyApplication(call)));
    const groups = groupByClause(states);
    expect(groups.flatMap(({ asks }) => asks)).toHaveLength(states.length);
    const clauses = groups.map(({ clause }) => `${clause.ref}\n${clause.text}`);
    expect(new Set(clauses).size).toBe(clauses.length);
  });
});

describe('words looked for', () => {
  it('are marked where they stand, special signs as themselves', () => {
    expect(markWords('总投资300万元以上（含）', '300 （含）')).toEqual([
      { start: 0, part: '总投资', found: false },
      { start: 3, part: '300', found: true },
      { start: 6, part: '万元以上', found: false },
      { start: 10, part: '（含）', found: true },
    ]);
    expect(markWords('a.b', '.').filter(({ found }) => found)).toHaveLength(1);
    expect(markWords('原文', '  ')).toEqual([{ start: 0, part: '原文', found: false }]);
  });
});
