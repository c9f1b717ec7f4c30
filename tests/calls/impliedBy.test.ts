import { describe, expect, test } from 'vitest';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { reasonsForDraft } from '../../shared/documents/reasonsForDraft.ts';
import { Application } from '../../shared/entities/application.ts';
import { applyChange } from './golden/applyChange.ts';
import { baseApplication } from './golden/baseApplication.ts';
import { firstCall } from './golden/firstCall.ts';

const call = firstCall();
const CLUSTER = '产业集群或区域工业互联网试点示范';

/** Keys that lead, and those that one of them stands for. */
function openOf(application: Application) {
  const report = evaluate(call, application);
  const open = report.findings.filter(({ outcome }) => outcome !== 'met');
  return {
    report,
    leading: open.filter(({ impliedBy }) => impliedBy === null).map(({ key }) => key),
    implied: Object.fromEntries(
      open.flatMap(({ key, impliedBy }) => (impliedBy === null ? [] : [[key, impliedBy]])),
    ),
  };
}

const changed = (words: string, base = '5G+工业互联网应用') =>
  openOf(applyChange(call, baseApplication(call, base), words));

describe('one thing that lacks is counted once', () => {
  test('an empty field leads the checks that only wait for it', () => {
    const { leading, implied, report } = changed('项目总投资金额 = 空');
    expect(leading).toEqual(['E6/project.totalFen']);
    expect(implied).toMatchObject({ H2: 'E6/project.totalFen', H3: 'E6/project.totalFen' });
    expect(report.counts).toEqual({ error: 0, warning: 0, hint: 0, unknown: 1 });
    expect(reasonsForDraft(report)).toEqual(['有 1 项必需的内容待填']);
  });

  test.each([
    ['联合体协议', 'G1/agreement', ['D2.1/agreement', 'H11/present'], undefined],
    ['支持承诺函', 'G8/support-letter', ['D3.3', 'H11/present'], CLUSTER],
    ['研发支出辅助账', 'G10/rd-ledger', ['H11/present'], undefined],
    ['营业执照', 'G2/license', ['H11/present'], undefined],
  ])('the file %s is asked for by %s', (label, leader, others, base) => {
    const { leading, implied } = changed(`删除附件“${label}”`, base);
    expect(leading).toEqual([leader]);
    expect(implied).toEqual(Object.fromEntries(others.map((key) => [key, leader])));
  });

  test('an empty budget row is one thing to fill in', () => {
    const { leading, implied } = changed('预算2的类别 = 空；预算2的内容 = 空；预算2的金额 = 空');
    expect(leading).toEqual(['F5.1/row#budget-2']);
    expect(Object.keys(implied).toSorted()).toEqual(['B6#budget-2', 'B6/other#budget-2', 'H2']);
  });

  test('a budget that is not there leads the comparison with it', () => {
    expect(changed('删除全部预算')).toMatchObject({ leading: ['F5.1'], implied: { H2: 'F5.1' } });
  });

  test('an invoice without a copy is one thing; so are all copies together', () => {
    expect(changed('发票1的复印件 = 空；删除附件“发票复印件”').leading).toEqual(['G9/row#invoice-1']);
    const { leading } = changed(
      '发票1的复印件 = 空；发票2的复印件 = 空；发票3的复印件 = 空；删除附件“发票复印件”；删除附件“发票复印件”；删除附件“发票复印件”',
    );
    expect(leading).toEqual(['G9/invoice-copies']);
  });

  test('two things that lack are two', () => {
    expect(changed('项目总投资金额 = 空；删除全部预算').leading).toEqual(['E6/project.totalFen', 'F5.1']);
    expect(changed('发票1的用途 = 空；发票1的开票日期 = 空').leading).toEqual([
      'F5.2/row#invoice-1',
      'H6#invoice-1',
    ]);
  });

  test('without the code of the applicant no invoice is asked for it', () => {
    expect(changed('组织机构代码 = 空').leading).toEqual(['E1/applicant.code']);
  });

  test('what cannot be worked out for another reason stands by itself', () => {
    expect(changed('项目总投资金额 = 0 万元').leading).toContain('H4');
  });

  test('of an empty application every implied finding has a leader that is open and no milder', () => {
    const { report } = openOf(Application.parse({ call: baseApplication(call, CLUSTER).call }));
    const byKey = new Map(report.findings.map((finding) => [finding.key, finding]));
    for (const { key, impliedBy, severity } of report.findings) {
      if (impliedBy === null) continue;
      const leader = byKey.get(impliedBy);
      expect([key, leader?.outcome, leader?.impliedBy]).toEqual([key, 'unknown', null]);
      if (severity === 'error') expect([key, leader?.severity]).toEqual([key, 'error']);
    }
  });
});
