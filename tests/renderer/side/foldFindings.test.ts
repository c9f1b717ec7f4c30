import { describe, expect, it } from 'vitest';
import { foldFindings } from '../../../renderer/side/findings/foldFindings.ts';
import { evaluate } from '../../../shared/calls/evaluate.ts';
import type { Finding } from '../../../shared/calls/finding.ts';
import { countOfRows } from '../../../shared/calls/rowsInWords.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { baseApplication } from '../../calls/golden/baseApplication.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');

/** What is found when so many invoices are dated before the project. */
function findingsOf(early: number): readonly Finding[] {
  const [first] = base.invoices;
  if (first === undefined) throw new Error('the base application has invoices');
  const rows = Array.from({ length: early }, (_, n) => ({
    ...first,
    id: `early-${n}`,
    number: String(20_000_000 + n),
    issuedOn: '2018-01-31',
    claimedFen: 0,
  }));
  const application: Application = { ...base, invoices: [...base.invoices, ...rows] };
  return evaluate(call, application).findings.filter(({ key }) => key.startsWith('H6#'));
}

const NONE: ReadonlySet<string> = new Set();

describe('many findings of one rule', () => {
  it('stand under one head that tells how many rows they are', () => {
    const items = foldFindings(findingsOf(38), NONE);
    expect(items.map(({ kind }) => kind)).toEqual(['fold']);
    const [head] = items;
    expect(head?.kind === 'fold' && countOfRows(head.findings)).toBe('38 张发票');
  });

  it('follow their head one by one when it is opened', () => {
    const findings = findingsOf(5);
    const [head] = foldFindings(findings, NONE);
    const items = foldFindings(findings, new Set([head?.key ?? '']));
    expect(items.map(({ kind }) => kind)).toEqual(['fold', ...findings.map(() => 'finding')]);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });

  it('stay by themselves while they are three or fewer, and those of other states are no part of them', () => {
    expect(foldFindings(findingsOf(3), NONE).map(({ kind }) => kind)).toEqual([
      'finding',
      'finding',
      'finding',
    ]);
    const findings = findingsOf(6).map((finding, n) =>
      n < 3 ? { ...finding, setAside: '合同约定' } : finding,
    );
    expect(foldFindings(findings, NONE)).toHaveLength(6);
  });
});
