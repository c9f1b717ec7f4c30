import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCall } from '../../main/calls/loadCalls.ts';
import { evaluate } from '../../shared/calls/evaluate.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { overallCounts, type SectionState, sectionStates } from '../../shared/calls/sectionStates.ts';
import { Answers, applicationOf } from '../../shared/entities/answers.ts';
import { Application } from '../../shared/entities/application.ts';
import { firstCall } from './golden/firstCall.ts';

const first = firstCall();
const second = secondCall();
function secondCall(): Call {
  const loaded = loadCall(path.resolve('tests/fixtures/calls/zj-agri-2031.json'));
  if (!loaded.ok) throw new Error('the second call does not hold together');
  return loaded.call;
}

const empty = (call: Call) => Application.parse({ call: { id: call.id, revision: call.revision } });
const sample = (name: string) =>
  applicationOf(
    Answers.parse(JSON.parse(readFileSync(path.resolve(`assets/samples/${name}/answers.json`), 'utf8'))),
  );
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
    ['an empty application of the first call', first, empty(first)],
    ['an empty application of another call', second, empty(second)],
    ['the first sample', first, sample('5g-workshop')],
    ['the second sample', first, sample('industrial-platform')],
    ['the sample full of mistakes', first, sample('cluster-wrong')],
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
    expect(new Set(statesOf(call, empty(call)).map(({ state }) => state))).toEqual(new Set(['untouched']));
  });

  it('go from 未开始 over 进行中 and 有问题 to 完成 as a budget is written', () => {
    const line = { id: 'b1', category: first.investment.categories[0]?.id, item: '网关' };
    const withBudget = (lines: readonly object[]) => ({
      ...empty(first),
      budget: Application.shape.budget.parse(lines),
    });
    const state = (application: Application) => holding(first, statesOf(first, application), 'budget').state;
    expect(state(empty(first))).toBe('untouched');
    expect(state(withBudget([line]))).toBe('inProgress');
    expect(state(withBudget([{ ...line, amountFen: -100 }]))).toBe('problems');
    expect(state(withBudget([{ ...line, amountFen: 100 }]))).toBe('done');
  });

  it('name the first error as the next thing to do, before anything that is 待填', () => {
    const application = sample('cluster-wrong');
    const report = evaluate(first, application);
    for (const { errors, next } of sectionStates(first, application, report)) {
      const found = report.findings.find(({ message, at }) => message === next?.message && at === next.at);
      if (errors > 0) expect([found?.outcome, found?.severity]).toEqual(['unmet', 'error']);
    }
  });

  it('do not hold a warning against a section once it is set aside with a reason', () => {
    const wrong = sample('cluster-wrong');
    const warnings = evaluate(first, wrong).findings.filter(
      ({ outcome, severity, setAside }) => outcome === 'unmet' && severity === 'warning' && setAside === null,
    );
    expect(warnings.length).toBeGreaterThan(0);
    const setAside = warnings.map(({ key }) => ({ findingKey: key, reason: '已与主管部门确认' }));
    expect(overallCounts(statesOf(first, { ...wrong, setAside })).warnings).toBe(0);
  });
});
