import { describe, expect, test } from 'vitest';
import { evaluate } from '../../shared/calls/evaluate.ts';
import type { LedgerProject, LedgerRow } from '../../shared/entities/ledger.ts';
import { baseApplication } from './golden/baseApplication.ts';
import { firstCall } from './golden/firstCall.ts';

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');

/** What a check says of a ledger that is like the base's first one otherwise; nothing when it is met. */
function saidOf(key: string, facts: Partial<LedgerProject>, rows: readonly Partial<LedgerRow>[]): string {
  const [project] = base.ledger;
  const [line] = project?.rows ?? [];
  if (project === undefined || line === undefined) throw new Error('the base has rows');
  const made = rows.map((row, n) => ({ ...line, id: `row-${n + 1}`, ...row }));
  const ledger = [{ ...project, printedTotals: null, summaryFen: null, ...facts, rows: made }];
  return evaluate(call, { ...base, ledger })
    .findings.filter((finding) => finding.key.startsWith(`${key}#`) && finding.outcome === 'unmet')
    .map(({ message }) => message)
    .join('\n');
}

describe('元 and 万元 mixed up', () => {
  const row = { voucherFen: 10_000, collectedFen: 10_000, details: { materials: 10_000 } };
  const told = (summaryFen: number) => saidOf('F5.3/unit', { summaryFen }, [row]);

  test.each([9_000, 10_000, 11_000])('a summary %i times the rows is taken for it', (times) => {
    expect(told(10_000 * times)).toContain('汇总表金额');
  });

  test.each([1, 100, 8_999, 11_001, 30_000])('one %i times the rows is another mistake, if any', (times) => {
    expect(told(10_000 * times)).toBe('');
  });

  test('the other way round too', () => {
    expect(saidOf('F5.3/unit', { summaryFen: 10_000 }, [{ ...row, collectedFen: 100_000_000 }])).not.toBe('');
  });
});

describe('the running balance of the 2015 layout', () => {
  const debit = (fen: number, balanceFen: number, balanceSide: LedgerRow['balanceSide']) => ({
    voucherFen: fen,
    creditFen: null,
    balanceFen,
    balanceSide,
  });
  const credit = (fen: number, balanceFen: number, balanceSide: LedgerRow['balanceSide']) => ({
    voucherFen: null,
    creditFen: fen,
    balanceFen,
    balanceSide,
  });
  const said = (rows: readonly Partial<LedgerRow>[]) =>
    saidOf('F5.3/balance', { style: '2015', openingFen: 0 }, rows);

  test('counts debits up and credits down, through 平 to 贷 and back', () => {
    const rows = [debit(300, 300, '借'), credit(300, 0, '平'), credit(200, 200, '贷'), debit(500, 300, '借')];
    expect(said(rows)).toBe('');
  });

  test('a balance on the wrong side is off by twice itself', () => {
    expect(said([debit(300, 300, '贷')])).toContain('第 1 行余额 -3.00 元，应为 3.00 元');
    expect(said([credit(200, 200, '借')])).toContain('第 1 行余额 2.00 元，应为 -2.00 元');
  });
});
