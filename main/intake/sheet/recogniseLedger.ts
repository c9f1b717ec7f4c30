import { LedgerCost } from '../../../shared/entities/ledger.ts';
import type { ColumnMeaning } from '../../../shared/entities/tableReading.ts';
import { meaningOf } from './headRule.ts';
import { COST_GROUPS, costOfHeads, LEDGER_HEADS, SUMMARY_HEADS } from './ledgerHeads.ts';
import { firstOfEach, hasColumn, leaveOpen, type Recognised } from './recognised.ts';

type Heads = {
  /** Plain heads by column, from the top down. */
  readonly paths: readonly (readonly string[])[];
  /** The row of numbers below them. */
  readonly numbers: readonly string[];
};

const COSTS: readonly ColumnMeaning[] = LedgerCost.options.map((cost) => `cost.${cost}` as const);
const isCost = (meaning: ColumnMeaning): boolean => COSTS.includes(meaning);

const WORDS: Partial<Record<ColumnMeaning, string>> = {
  date: '日期',
  summary: '摘要',
  voucherFen: '凭证金额（借方金额）',
  collectedFen: '归集金额',
  creditFen: '贷方金额',
  balanceFen: '余额',
};

/** Columns of a ledger sheet by its heads. */
export function recogniseLedger(heads: Heads): Recognised {
  const found = withCosts(heads, (path) => meaningOf(LEDGER_HEADS, path) ?? null);
  const { columns, open } = firstOfEach(found, isCost, WORDS);
  const missing = [...missingOfLedger(columns), ...open.map(({ words }) => words)];
  return { columns: leaveOpen(columns, open), missing, open };
}

/** What a ledger cannot do without. */
export function missingOfLedger(columns: readonly (ColumnMeaning | null)[]): string[] {
  const missing: string[] = [];
  if (!hasColumn(columns, 'date') && !(hasColumn(columns, 'month') && hasColumn(columns, 'day')))
    missing.push('日期（或月、日）');
  if (!hasColumn(columns, 'summary', 'voucher', 'voucherNumber')) missing.push('摘要或凭证号');
  if (!hasColumn(columns, ...COSTS, 'collectedFen')) missing.push('费用明细或归集金额');
  return missing;
}

/** Columns of a 汇总表 by its heads. Where it has the cost groups, their sum is compared, not what is left after caps. */
export function recogniseSummary(heads: Heads): Recognised {
  const found = withCosts(heads, (path) => meaningOf(SUMMARY_HEADS, path) ?? null);
  const { columns } = firstOfEach(found, isCost, {});
  const groups = new Set(columns.filter((meaning) => meaning !== null && isCost(meaning)));
  const told = columns.map((meaning) => (meaning === 'totalFen' && groups.size >= 5 ? null : meaning));
  return { columns: told, missing: missingOfSummary(told), open: [] };
}

/** What a 汇总表 cannot do without. */
export function missingOfSummary(columns: readonly (ColumnMeaning | null)[]): string[] {
  const missing: string[] = [];
  if (!hasColumn(columns, 'code', 'name')) missing.push('项目编号或项目名称');
  if (!hasColumn(columns, 'totalFen', ...COSTS)) missing.push('金额合计');
  return missing;
}

function withCosts(
  { paths, numbers }: Heads,
  other: (path: readonly string[]) => ColumnMeaning | null,
): readonly (ColumnMeaning | null)[] {
  const columns = paths.map((path, column): ColumnMeaning | null => {
    const below = path.slice(0, -1).some((head) => COST_GROUPS.some(({ like }) => like.test(head)));
    const cost = costOfHeads(path, numbers[column] ?? '');
    if (below) return cost === null ? null : `cost.${cost}`;
    return other(path) ?? (cost === null ? null : `cost.${cost}`);
  });
  // 小计 of a group repeats its columns, unless it is the only one the group has.
  for (const [column, path] of paths.entries()) {
    const whole = /^(.*?)(?:小计|合计)$/.exec(path.at(-1) ?? '');
    if (whole === null || columns[column] !== null) continue;
    const above = [...path.slice(0, -1), whole[1] ?? ''].filter((head) => head !== '');
    const cost = costOfHeads(above, '');
    if (cost !== null && !columns.includes(`cost.${cost}`)) columns[column] = `cost.${cost}`;
  }
  return columns;
}
