import { describe, expect, it } from 'vitest';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { investmentMargin } from '../../shared/calls/margin.ts';
import { doubtfulInvoices } from '../../shared/calls/marginDoubts.ts';
import { figureMargins } from '../../shared/calls/marginList.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { Application } from '../../shared/entities/application.ts';
import { applyChange } from './golden/applyChange.ts';
import { baseApplication } from './golden/baseApplication.ts';
import { firstCall } from './golden/firstCall.ts';
import { emptyApplication, sampleApplication, secondCall } from './sampleApplications.ts';

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');
const WAN = 1_000_000;
const marginOf = (application: Application, of: Call = call) =>
  investmentMargin(of, application, evaluate(of, application));
const withTotal = (application: Application, wan: number | null): Application => ({
  ...application,
  answers: {
    ...application.answers,
    [String(call.roles.totalInvestment)]: wan === null ? null : Math.round(wan * WAN),
  },
});
/** The base application with its last invoices of the given amounts (万元) bought by somebody else. */
const withDoubts = (application: Application, amounts: readonly number[]): Application => {
  const [first] = application.invoices;
  if (first === undefined) throw new Error('the base application has no invoice');
  const doubtful = amounts.map((wan, index) => ({
    ...first,
    id: `doubt-${index}`,
    number: `9000000${index}`,
    claimedFen: wan * WAN,
    buyer: { name: '重庆甲公司', taxId: '91350100M000100Y43' },
  }));
  return { ...application, invoices: [...application.invoices, ...doubtful] };
};

describe('the margin over the money threshold', () => {
  it('tells how far the total lies above it', () => {
    expect(marginOf(withTotal(base, 312.4))).toMatchObject({
      thresholdFen: 300 * WAN,
      figureFen: 312.4 * WAN,
      marginFen: 12.4 * WAN,
      doubtful: [],
      text: '高于 300.00 万元门槛 12.40 万元',
      doubtText: null,
    });
  });

  it('tells when the doubtful invoices decide', () => {
    const margin = marginOf(withDoubts(withTotal(base, 312.4), [15, 5]));
    expect(margin?.doubtful.map(({ id }) => id)).toEqual(['doubt-0', 'doubt-1']);
    expect(margin).toMatchObject({
      doubtfulFen: 20 * WAN,
      marginWithoutDoubtfulFen: -7.6 * WAN,
      doubtText: '2 张存疑发票（共 20.00 万元）剔除后低于门槛 7.60 万元',
    });
  });

  it('tells when they do not decide, and when they take it exactly to the threshold', () => {
    expect(marginOf(withDoubts(withTotal(base, 400), [15]))?.doubtText).toBe(
      '1 张存疑发票（共 15.00 万元）剔除后仍高于门槛 85.00 万元',
    );
    expect(marginOf(withDoubts(withTotal(base, 315), [15]))?.doubtText).toBe(
      '1 张存疑发票（共 15.00 万元）剔除后正好达到门槛',
    );
    expect(marginOf(withTotal(base, 300))?.text).toBe('正好达到 300.00 万元门槛');
    expect(marginOf(withTotal(base, 299.99))?.text).toBe('低于 300.00 万元门槛 0.01 万元');
  });

  it('stays 待填 while the total is not told', () => {
    expect(marginOf(withTotal(base, null))).toMatchObject({
      figureFen: null,
      marginFen: null,
      marginWithoutDoubtfulFen: null,
      text: '门槛 300.00 万元，总投资待填',
    });
  });

  it('is none where no direction is chosen, or the direction asks for no sum', () => {
    expect(marginOf(emptyApplication(call))).toBeNull();
    expect(marginOf(sampleApplication('cluster-wrong'))).toBeNull();
  });

  it('knows the threshold of a kind, in another call too', () => {
    const second = secondCall();
    const chosen = (kindId: string | null) => ({
      ...emptyApplication(second),
      direction: { id: 'greenhouse', kindId, formIds: [], scenarioIds: [], contents: {} },
      answers: { [String(second.roles.totalInvestment)]: 90_000_000 },
    });
    expect(marginOf(chosen('glass'), second)?.marginFen).toBe(10_000_000);
    expect(marginOf(chosen('film'), second)?.marginFen).toBe(50_000_000);
  });
});

describe('a doubtful invoice', () => {
  it('is one listed twice or without a copy, and not one whose date is only 待填', () => {
    const twice = applyChange(call, base, '增加发票：同发票1');
    expect(doubtfulInvoices(call, twice, evaluate(call, twice))).toHaveLength(1);
    const [first, ...rest] = base.invoices;
    if (first === undefined) throw new Error('the base application has no invoice');
    const undated = { ...base, invoices: [{ ...first, issuedOn: null }, ...rest] };
    expect(doubtfulInvoices(call, undated, evaluate(call, undated))).toEqual([]);
    const bare = { ...base, invoices: [{ ...first, copies: [] }, ...rest] };
    const [doubt] = doubtfulInvoices(call, bare, evaluate(call, bare));
    expect(doubt).toMatchObject({ id: first.id, at: `invoices[${first.id}]` });
    expect(doubt?.reasons.join()).toContain('复印件');
  });
});

describe('the margins of other figures', () => {
  it('tell what is left, what lacks and what is over, each as its finding does', () => {
    const report = evaluate(call, sampleApplication('cluster-wrong'));
    const margins = figureMargins(call, report);
    expect(margins.length).toBeGreaterThan(2);
    for (const { finding, margin } of margins) {
      expect(margin, finding.key).toMatch(
        finding.outcome === 'met' ? /^余|^正好达到/ : /^还差|^超出|^正好在/,
      );
    }
    const enterprises = margins.find(({ finding }) => finding.at === 'targets.cluster.enterprises');
    expect(enterprises).toMatchObject({ figure: '42 户', bound: '50 户', margin: '还差 8 户' });
  });

  it('are none before anything is entered', () => {
    expect(figureMargins(call, evaluate(call, emptyApplication(call)))).toEqual([]);
  });
});
