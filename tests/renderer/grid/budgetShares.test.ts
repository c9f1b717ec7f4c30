import { describe, expect, it } from 'vitest';
import { budgetResidual, budgetShares } from '../../../renderer/steps/budget/budgetShares.ts';
import { BudgetLine } from '../../../shared/entities/budgetLine.ts';
import { firstCall } from '../../calls/golden/firstCall.ts';

describe('the budget by category', () => {
  it('follows the call’s order and puts what is not sorted last', () => {
    const call = firstCall();
    const [first, second] = call.investment.categories;
    const shares = budgetShares(call, [
      BudgetLine.parse({ id: '1', category: second?.id, amountFen: 200 }),
      BudgetLine.parse({ id: '2', category: second?.id, amountFen: 100 }),
      BudgetLine.parse({ id: '3', category: 'gone', amountFen: 7 }),
    ]);
    expect(shares[0]).toMatchObject({ id: first?.id, lines: 0, fen: 0 });
    expect(shares[1]).toMatchObject({ id: second?.id, lines: 2, fen: 300 });
    expect(shares.at(-1)).toEqual({ id: '', label: '还没有选类别', lines: 1, fen: 7 });
  });

  it('says in words how it stands to the total of the form', () => {
    const words = (amountFen: number, total: number | null) =>
      budgetResidual([BudgetLine.parse({ id: '1', amountFen })], total, 'wanyuan', '总投资');
    expect(words(100, null)?.agrees).toBeNull();
    expect(words(100, 100)?.words).toContain('一致');
    expect(words(1_000_000, 3_000_000)?.words).toContain('少 2.00 万元');
    expect(words(3_000_000, 1_000_000)?.words).toContain('多 2.00 万元');
  });

  it('says nothing of the total while there are no rows', () => {
    expect(budgetResidual([], 300_000_000, 'wanyuan', '总投资')).toBeNull();
  });
});
