import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCall, loadKnownCalls } from '../../../main/calls/loadCalls.ts';
import { changeWords, choiceOf } from '../../../renderer/steps/direction/directionChange.ts';
import { demandsOf } from '../../../renderer/steps/direction/directionDemands.ts';
import { fitOf } from '../../../renderer/steps/direction/fitOf.ts';
import { targetParts, thresholdWords } from '../../../renderer/steps/targets/targetWords.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Direction } from '../../../shared/calls/schema/direction.ts';
import { Application } from '../../../shared/entities/application.ts';

const [first] = loadKnownCalls().get('cq-iiot-2020-1') ?? [];
const loaded = loadCall(path.join(import.meta.dirname, '..', '..', 'fixtures', 'calls', 'zj-agri-2031.json'));
if (first === undefined || !loaded.ok) throw new Error('a call is gone');
const call = first;
const second = loaded.call;

function directionOf(of: Call, id: string): Direction {
  const found = of.directions.find((direction) => direction.id === id);
  if (found === undefined) throw new Error(`no direction ${id}`);
  return found;
}
const demand = (of: Call, id: string, name: string) =>
  demandsOf(of, directionOf(of, id))
    .filter((one) => one.name === name)
    .map(({ words }) => words);

describe('what a direction asks', () => {
  it('tells applicant, threshold, consortium and papers', () => {
    expect(demand(call, '5g', '谁可以申报')).toEqual(['工业企业、生产性服务企业']);
    expect(demand(call, '5g', '项目总投资')).toEqual(['300.00 万元以上（含）']);
    expect(demand(call, '5g', '联合体')).toEqual(['需与工业企业、基础电信运营商联合申报，不超过 5 家']);
    expect(demand(call, '5g', '必交附件')).toEqual(['联合体协议、营业执照、2019年度财务报表']);
    expect(demand(call, 'cluster', '必交附件')[0]).toContain('支持承诺函');
    expect(demand(call, 'security', '必交附件')).toEqual(['营业执照、2019年度财务报表']);
  });

  it('tells apart kinds that ask for different things', () => {
    expect(demand(call, 'platform', '项目总投资')).toEqual([
      '云平台：300.00 万元以上（含）',
      '国家工业互联网大数据基础平台：1,000.00 万元以上（含）',
    ]);
  });

  it('quotes a clause of the notice at every line, in either call', () => {
    for (const of of [call, second])
      for (const direction of of.directions)
        for (const { name, clause } of demandsOf(of, direction))
          expect(clause.text, `${direction.label} ${name}`).not.toBe('');
  });
});

describe('how a direction that is not chosen suits what is answered', () => {
  const application = (answers: Record<string, string | number>) =>
    Application.parse({ call: { id: call.id, revision: call.revision }, answers });

  it('says nothing before anything is answered', () => {
    expect(fitOf(call, application({}), directionOf(call, '5g'))).toEqual({ kind: 'open' });
  });

  it('says that applicant and total suit it', () => {
    const answered = application({
      'applicant.kind': 'industrial-enterprise',
      'project.totalFen': 300_000_000,
    });
    expect(fitOf(call, answered, directionOf(call, '5g'))).toEqual({ kind: 'suits' });
  });

  it('names the figures where the total falls short', () => {
    const answered = application({
      'applicant.kind': 'industrial-enterprise',
      'project.totalFen': 299_999_999,
    });
    const fit = fitOf(call, answered, directionOf(call, '5g'));
    expect(fit.kind === 'conflicts' ? fit.findings.map(({ message }) => message).join() : '').toContain(
      '300.00',
    );
  });
});

describe('another direction', () => {
  it('is told in what it differs, and what was chosen inside the old one', () => {
    const before = { ...choiceOf('5g'), scenarioIds: ['5g-workshop'] };
    const lines = changeWords(call, before, directionOf(call, 'security')).join('\n');
    expect(lines).toContain('“5G数字化车间”不再适用');
    expect(lines).toContain('联合体：原来是“需与');
    expect(lines).not.toContain('项目总投资');
  });

  it('differs in nothing from itself', () => {
    expect(changeWords(call, choiceOf('5g'), directionOf(call, '5g'))).toEqual([]);
  });
});

describe('targets asked for', () => {
  it('are those of the chosen scenarios only', () => {
    const parts = targetParts(call, { ...choiceOf('5g'), scenarioIds: ['5g-inspection'] });
    expect(parts.map(({ label }) => label)).toEqual(['5G+工业高清视觉质检']);
    expect(parts[0]?.groups.map(({ targets }) => targets.length)).toEqual([1, 2, 1]);
  });

  it('leave out what a kind is not asked for', () => {
    const ids = (kindId: string) =>
      targetParts(call, { ...choiceOf('identifier'), kindId })
        .flatMap(({ groups }) => groups)
        .flatMap(({ targets }) => targets.map(({ label }) => label));
    expect(ids('secondary-node')).toContain('接入企业数量');
    expect(ids('enterprise-node')).not.toContain('接入企业数量');
  });

  it('say from where on and below what', () => {
    const words = (id: string) =>
      call.directions
        .flatMap(({ scenarios }) => scenarios.flatMap(({ targets }) => targets))
        .filter((target) => target.id === id)
        .map(thresholdWords);
    expect(words('5g-workshop.devices')).toEqual([' ≥ 30 台']);
    expect(words('5g-inspection.misjudgement')).toEqual([' ＜ 0.01%']);
  });
});
