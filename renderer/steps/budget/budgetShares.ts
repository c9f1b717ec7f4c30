import type { Call } from '../../../shared/calls/schema/call.ts';
import type { BudgetLine } from '../../../shared/entities/budgetLine.ts';
import { type Fen, formatMoney, type MoneyUnit } from '../../../shared/entities/money.ts';

/** What a category of the call takes of the budget. */
export type BudgetShare = {
  /** '' for lines that are in no category of the call yet. */
  readonly id: string;
  readonly label: string;
  readonly lines: number;
  readonly fen: Fen;
};

/** The budget by the call's categories, in its order, those without lines too; unsorted lines last, if any. */
export function budgetShares(call: Call, budget: readonly BudgetLine[]): readonly BudgetShare[] {
  const known = new Set(call.investment.categories.map(({ id }) => id));
  const share = (id: string, label: string, belongs: (line: BudgetLine) => boolean): BudgetShare => {
    const lines = budget.filter(belongs);
    const fen = lines.reduce<Fen>((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
    return { id, label, lines: lines.length, fen };
  };
  const shares = call.investment.categories.map(({ id, label }) =>
    share(id, label, ({ category }) => category === id),
  );
  const rest = share('', '还没有选类别', ({ category }) => !known.has(category));
  return rest.lines === 0 ? shares : [...shares, rest];
}

/**
 * How the budget stands to the total the form tells, in words; the total is null while it is not answered. Null
 * while the budget has no rows: it is not begun, and nothing is wrong yet.
 */
export function budgetResidual(
  budget: readonly BudgetLine[],
  totalFen: Fen | null,
  unit: MoneyUnit,
  totalLabel: string,
): { readonly agrees: boolean | null; readonly words: string } | null {
  if (budget.length === 0) return null;
  const sumFen = budget.reduce<Fen>((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
  const amount = (fen: Fen): string => `${formatMoney(fen, unit)} ${unit === 'wanyuan' ? '万元' : '元'}`;
  if (totalFen === null)
    return { agrees: null, words: `申报表的“${totalLabel}”还没有填，填好后在这里核对。` };
  const rest = totalFen - sumFen;
  if (rest === 0) return { agrees: true, words: `与申报表的“${totalLabel}”${amount(totalFen)} 一致。` };
  return rest > 0
    ? {
        agrees: false,
        words: `比申报表的“${totalLabel}”${amount(totalFen)} 少 ${amount(rest)}，还有这么多没有列进预算。`,
      }
    : {
        agrees: false,
        words: `比申报表的“${totalLabel}”${amount(totalFen)} 多 ${amount(-rest)}，请核对预算或申报表。`,
      };
}
