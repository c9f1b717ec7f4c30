import type { Call } from '../calls/schema/call.ts';
import { type Amount, NO_AMOUNT, sumAmounts } from './amount.ts';
import type { SourceRow } from './sourceRows.ts';

/** One investment category of the call: what was budgeted, what is proved as spent, and the rows of both. */
export interface CategoryLine {
  /** Category id; null gathers the rows of none the call knows. */
  readonly id: string | null;
  readonly label: string;
  /** Counts only as far as the R&D ledger carries it. */
  readonly rd: boolean;
  readonly budget: Amount;
  readonly invoices: Amount;
  /** Sub-ledgers stand in the first R&D category, as in the printed 投资完成情况表. */
  readonly ledger: Amount;
  /** Invoices and sub-ledgers together. */
  readonly spent: Amount;
  readonly rows: readonly SourceRow[];
}

/**
 * Budget and spending by the call's categories, in its order, then what has none; categories without a row are left
 * out. Linear in the rows.
 */
export function investmentByCategory(call: Call, rows: readonly SourceRow[]): readonly CategoryLine[] {
  const { categories } = call.investment;
  const known = new Set(categories.map(({ id }) => id));
  const firstRd = categories.find(({ rd }) => rd)?.id ?? null;
  const byCategory = new Map<string | null, SourceRow[]>();
  for (const row of rows) {
    const category = row.of === 'ledger' ? firstRd : known.has(row.category) ? row.category : null;
    const held = byCategory.get(category);
    if (held === undefined) byCategory.set(category, [row]);
    else held.push(row);
  }
  return [...categories, { id: null, label: '未分类', rd: false }].flatMap(({ id, label, rd }) => {
    const mine = byCategory.get(id);
    return mine === undefined ? [] : [lineOf(id, label, rd, mine)];
  });
}

function lineOf(id: string | null, label: string, rd: boolean, rows: readonly SourceRow[]): CategoryLine {
  const sum = (of: SourceRow['of']): Amount => {
    const amounts = rows.filter((row) => row.of === of).map(({ amount }) => amount);
    return amounts.length === 0 ? NO_AMOUNT : sumAmounts(amounts);
  };
  const [budget, invoices, ledger] = [sum('budget'), sum('invoices'), sum('ledger')];
  return { id, label, rd, budget, invoices, ledger, spent: sumAmounts([invoices, ledger]), rows };
}
