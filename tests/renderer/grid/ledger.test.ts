import { describe, expect, it } from 'vitest';
import { ledgerTotals, withPrinted } from '../../../renderer/steps/ledger/ledgerTotals.ts';
import { balanceMarks, withBalances } from '../../../renderer/steps/ledger/runningBalances.ts';
import { LedgerProject } from '../../../shared/entities/ledger.ts';

const sheet = (more: object): LedgerProject => LedgerProject.parse({ id: 'l', ...more });

describe('the running balance of a sheet of 2015', () => {
  const project = sheet({
    openingFen: 100,
    rows: [
      { id: 'a', voucherFen: 50, balanceFen: 150, balanceSide: '借' },
      { id: 'b', creditFen: 20, balanceFen: 140, balanceSide: '借' },
      { id: 'c', creditFen: 140, balanceFen: 0, balanceSide: '平' },
      { id: 'd', creditFen: 5 },
    ],
  });

  it('marks the one that does not follow, once, and goes on from what is printed', () => {
    expect([...balanceMarks(project).keys()]).toEqual(['b']);
    expect(balanceMarks(project).get('b')?.get('balanceFen')?.messages[0]).toContain(
      '1.30 元（借），相差 0.10 元',
    );
    expect(balanceMarks({ ...project, style: '2021' }).size).toBe(0);
  });

  it('can be worked out from the opening balance, only rows that change', () => {
    expect(
      withBalances(project).map(({ id, balanceFen, balanceSide }) => [id, balanceFen, balanceSide]),
    ).toEqual([
      ['b', 130, '借'],
      ['c', 10, '贷'],
      ['d', 15, '贷'],
    ]);
  });
});

describe('the sums of a sheet', () => {
  it('stand against what is printed on it, commissioned research only where there is some', () => {
    const totals = ledgerTotals(
      sheet({
        rows: [{ id: 'a', voucherFen: 300, details: { personnel: 100, materials: 150 } }],
        printedTotals: { voucherFen: 310, details: { personnel: 100 } },
      }),
    );
    expect(totals.map(({ key, sumFen, printedFen }) => [key, sumFen, printedFen]).slice(0, 4)).toEqual([
      ['voucherFen', 300, 310],
      ['collectedFen', 250, null],
      ['personnel', 100, 100],
      ['materials', 150, null],
    ]);
    expect(totals.some(({ key }) => key.startsWith('commissioned'))).toBe(false);
  });

  it('lose their printed row when its last figure is cleared', () => {
    const printed = withPrinted(null, 'design', 5);
    expect(printed).toEqual({ voucherFen: null, collectedFen: null, details: { design: 5 } });
    expect(withPrinted(printed, 'design', null)).toBeNull();
  });
});
