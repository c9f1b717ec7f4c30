import { describe, expect, it } from 'vitest';
import { evaluate } from '../../shared/calls/evaluate.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { overallCounts, type SectionState, sectionStates } from '../../shared/calls/sectionStates.ts';
import { Application } from '../../shared/entities/application.ts';
import { firstCall } from './golden/firstCall.ts';
import { emptyApplication, sampleApplication, secondCall } from './sampleApplications.ts';

const first = firstCall();
const second = secondCall();
const statesOf = (call: Call, application: Application) =>
  sectionStates(call, application, evaluate(call, application));
const holding = (call: Call, states: readonly SectionState[], content: string): SectionState => {
  const section = call.sections.find(({ holds }) => holds.some((held) => held === content));
  const found = states.find(({ id }) => id === section?.id);
  if (found === undefined) throw new Error(`no section holds ${content}`);
  return found;
};

describe('the states of the sections', () => {
  it.each([
    ['an empty application of the first call', first, emptyApplication(first)],
    ['an empty application of another call', second, emptyApplication(second)],
    ['the first sample', first, sampleApplication('5g-workshop')],
    ['the second sample', first, sampleApplication('industrial-platform')],
    ['the sample full of mistakes', first, sampleApplication('cluster-wrong')],
  ])('of %s sum up to the counts of the report', (_name, call, application) => {
    const report = evaluate(call, application);
    const states = sectionStates(call, application, report);
    expect(states.map(({ id }) => id)).toEqual(call.sections.map(({ id }) => id));
    const { error, warning, hint, unknown } = report.counts;
    expect(overallCounts(states)).toEqual({ errors: error, warnings: warning, hints: hint, unknown });
    for (const { errors, warnings, hints, unknown, optional, next } of states) {
      if (errors + unknown + warnings > 0) expect(next).not.toBeNull();
      if (optional) expect([errors, warnings, hints, unknown, next]).toEqual([0, 0, 0, 0, null]);
    }
  });

  it.each([first, second])('are all 未开始 before anything is entered', (call) => {
    expect(new Set(statesOf(call, emptyApplication(call)).map(({ state }) => state))).toEqual(
      new Set(['untouched']),
    );
  });

  it('go from 未开始 over 进行中 and 有问题 to 完成 as a budget is written', () => {
    const line = { id: 'b1', category: first.investment.categories[0]?.id, item: '网关' };
    const withBudget = (lines: readonly object[]) => ({
      ...emptyApplication(first),
      budget: Application.shape.budget.parse(lines),
    });
    const state = (application: Application) => holding(first, statesOf(first, application), 'budget').state;
    expect(state(emptyApplication(first))).toBe('untouched');
    expect(state(withBudget([line]))).toBe('inProgress');
    expect(state(withBudget([{ ...line, amountFen: -100 }]))).toBe('problems');
    expect(state(withBudget([{ ...line, amountFen: 100 }]))).toBe('done');
  });

  it('name the first error as the next thing to do, before anything that is 待填', () => {
    const application = sampleApplication('cluster-wrong');
    const report = evaluate(first, application);
    for (const { errors, next } of sectionStates(first, application, report)) {
      const found = report.findings.find(({ message, at }) => message === next?.message && at === next.at);
      if (errors > 0) expect([found?.outcome, found?.severity]).toEqual(['unmet', 'error']);
    }
  });

  it('do not hold a warning against a section once it is set aside with a reason', () => {
    const wrong = sampleApplication('cluster-wrong');
    const warnings = evaluate(first, wrong).findings.filter(
      ({ outcome, severity, setAside }) => outcome === 'unmet' && severity === 'warning' && setAside === null,
    );
    expect(warnings.length).toBeGreaterThan(0);
    const setAside = warnings.map(({ key }) => ({ findingKey: key, reason: '已与主管部门确认' }));
    expect(overallCounts(statesOf(first, { ...wrong, setAside })).warnings).toBe(0);
  });
});
