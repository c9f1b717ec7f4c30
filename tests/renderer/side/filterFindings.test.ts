import { describe, expect, it } from 'vitest';
import {
  countByShow,
  type FindingFilter,
  filterFindings,
  groupFindings,
} from '../../../renderer/side/findings/filterFindings.ts';
import { evaluate } from '../../../shared/calls/evaluate.ts';
import { findingState } from '../../../shared/calls/findingWords.ts';
import { homeSection } from '../../../shared/calls/homeSection.ts';
import { sectionStates } from '../../../shared/calls/sectionStates.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';
import { sampleApplication } from '../../calls/sampleApplications.ts';

const call = firstCall();
const application = sampleApplication('cluster-wrong');
const report = evaluate(call, application);
const all: FindingFilter = { show: 'open', section: null, text: '' };
const keys = (filter: Partial<FindingFilter>) =>
  filterFindings(call, report.findings, { ...all, ...filter }).map(({ key }) => key);

describe('the list of findings', () => {
  it('holds what is open as often as the counts count it', () => {
    const { error, warning, hint, unknown } = report.counts;
    expect(keys({})).toHaveLength(error + warning + hint + unknown);
    const counts = countByShow(call, report.findings, all);
    expect(counts).toMatchObject({ error, warning, hint, unknown, open: error + warning + hint + unknown });
  });

  it('holds of each section what its state counts', () => {
    for (const { id, errors, warnings, hints, unknown } of sectionStates(call, application, report))
      expect(keys({ section: id })).toHaveLength(errors + warnings + hints + unknown);
  });

  it('finds words in message, title, number and clause, whatever their width and case', () => {
    expect(keys({ text: 'h8' })).toContain('H8#invoice-4');
    expect(keys({ text: '同一张　发票' })).toContain('H8#invoice-4');
    expect(keys({ text: '申报书 校验位' })).toEqual(['E1/applicant.code']);
    expect(keys({ text: '世上没有的字句' })).toEqual([]);
  });

  it('stands under the sections in their order, the gravest of each first', () => {
    const groups = groupFindings(call, filterFindings(call, report.findings, all), 'section');
    const order = call.sections.map(({ id }) => id);
    expect(groups.map(({ id }) => id)).toEqual(order.filter((id) => groups.some((group) => group.id === id)));
    const gravity = ['error', 'warning', 'hint', 'unknown'];
    for (const { id, findings } of groups) {
      expect(new Set(findings.map(({ at }) => homeSection(call, at)))).toEqual(new Set([id]));
      const ranks = findings.map((finding) => gravity.indexOf(findingState(finding)));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }
  });

  it('stands under the states, each finding once', () => {
    const groups = groupFindings(call, filterFindings(call, report.findings, all), 'severity');
    expect(groups.map(({ title }) => title)).toEqual(['错误', '警告', '待填']);
    expect(groups.flatMap(({ findings }) => findings)).toHaveLength(keys({}).length);
  });

  it('moves a warning set aside to its own kind', () => {
    const setAside = [{ findingKey: 'H10', reason: '截止日期已顺延' }];
    const { findings } = evaluate(call, { ...application, setAside });
    expect(filterFindings(call, findings, all).map(({ key }) => key)).not.toContain('H10');
    expect(filterFindings(call, findings, { ...all, show: 'setAside' }).map(({ key }) => key)).toEqual([
      'H10',
    ]);
    expect(filterFindings(call, findings, { ...all, show: 'setAside', text: '顺延' })).toHaveLength(1);
  });
});
