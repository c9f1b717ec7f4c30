import { describe, expect, it } from 'vitest';
import { createReportTaker, createReportTeller } from '../../../renderer/draft/reportDelta.ts';
import type { CheckReport, Finding } from '../../../shared/calls/finding.ts';

const finding = (key: string, change: Partial<Finding> = {}): Finding => ({
  key,
  id: 'B1',
  title: '总投资',
  outcome: 'unmet',
  severity: 'error',
  message: '不足',
  clause: { ref: '一', text: '原文' },
  at: 'total',
  compared: null,
  setAside: null,
  related: [],
  impliedBy: null,
  ...change,
});
const report = (findings: Finding[]): CheckReport => ({
  call: { id: 'some-call', revision: 1 },
  counts: { error: findings.length, warning: 0, hint: 0, unknown: 0 },
  findings,
});

/** Tells reports over a wire that copies, as a worker's does. */
function wire() {
  const tell = createReportTeller();
  const take = createReportTaker();
  return (one: CheckReport) => {
    const delta = structuredClone(tell(structuredClone(one)));
    return { delta, taken: take(delta) };
  };
}

describe('a report told as the difference to the one before', () => {
  it('arrives whole, whatever came, went, changed or moved', () => {
    const send = wire();
    const reports = [
      report([finding('a'), finding('b')]),
      report([finding('a'), finding('b', { message: '还差 3 万元' })]),
      report([finding('c'), finding('b'), finding('a')]),
      report([]),
      report([finding('a', { compared: { left: '1', right: '2', difference: '1' } })]),
      report([finding('a', { compared: { left: '1', right: '2', difference: null } }), finding('d')]),
    ];
    for (const one of reports) expect(send(one).taken).toEqual(one);
  });

  it('tells only what changed and leaves the rest the same objects', () => {
    const send = wire();
    const before = send(report([finding('a'), finding('b'), finding('c')])).taken;
    const { delta, taken } = send(report([finding('a'), finding('b', { outcome: 'met' }), finding('c')]));
    expect(delta.changed.map(({ key }) => key)).toEqual(['b']);
    expect(delta.keys).toBeNull();
    expect(taken.findings[0]).toBe(before.findings[0]);
    expect(taken.findings[2]).toBe(before.findings[2]);
  });

  it('gives the same list when nothing changed, so that nothing is drawn anew', () => {
    const send = wire();
    const before = send(report([finding('a')])).taken;
    expect(send(report([finding('a')])).taken.findings).toBe(before.findings);
  });
});
