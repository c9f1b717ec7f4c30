import { createRandom } from './createRandom.ts';

const COSTS = ['personnel', 'materials', 'depreciation', 'amortisation', 'design', 'other'] as const;
type Cost = (typeof COSTS)[number];

export interface LedgerRowShape {
  readonly date: string;
  readonly voucherKind: string;
  readonly voucherNumber: string;
  readonly summary: string;
  readonly voucherFen: number | null;
  readonly creditFen: number | null;
  readonly balanceFen: number;
  readonly balanceSide: '借' | '平';
  readonly details: Readonly<Partial<Record<Cost, number>>>;
}

export interface LedgerShape {
  readonly style: '2015';
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly expenseType: '资本化' | '费用化';
  readonly year: number;
  readonly openingFen: number;
  readonly rows: readonly LedgerRowShape[];
  readonly printedTotals: {
    readonly voucherFen: number;
    readonly collectedFen: number;
    readonly details: Readonly<Record<Cost, number>>;
  };
}

interface LedgerPlan {
  readonly seed: string;
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly expenseType: '资本化' | '费用化';
  readonly year: number;
  readonly firstMonth: number;
  /** Exactly what the rows come to, in 分. */
  readonly totalFen: number;
}

const SHARES: Readonly<Record<Cost, number>> = {
  personnel: 52,
  materials: 24,
  depreciation: 8,
  amortisation: 5,
  design: 7,
  other: 4,
};

const SUMMARIES: Readonly<Record<Cost, readonly string[]>> = {
  personnel: ['计提研发人员工资', '缴纳研发人员五险一金'],
  materials: ['领用研发用模组及元器件', '研发试制样件材料', '研发用辅料和测试卡'],
  depreciation: ['计提研发设备折旧'],
  amortisation: ['摊销研发用软件'],
  design: ['工艺规程制定费', '试验方案设计费'],
  other: ['技术图书资料费', '研发成果评审费', '研发人员差旅费'],
};

/** Which costs a month has: people every month, the rest as it comes. */
function costsOfMonth(month: number, first: number): Cost[] {
  const costs: Cost[] = ['personnel', 'depreciation'];
  if ((month - first) % 2 === 0) costs.push('materials');
  if ((month - first) % 3 === 1) costs.push('amortisation', 'design');
  if ((month - first) % 4 === 2) costs.push('other');
  return costs;
}

/**
 * One project's 研发支出辅助账 of a year in the 2015 style: rows that come exactly to the total, a running
 * balance, and for 费用化 the carry-over at the end of the year that brings it to nothing.
 */
export function makeLedger(plan: LedgerPlan): LedgerShape {
  const random = createRandom(plan.seed);
  const entries: { month: number; day: number; cost: Cost; weight: number }[] = [];
  for (let month = plan.firstMonth; month <= 12; month += 1)
    for (const cost of costsOfMonth(month, plan.firstMonth))
      entries.push({ month, day: random.between(3, 27), cost, weight: 0.75 + random.next() * 0.5 });
  entries.sort((a, b) => a.month - b.month || a.day - b.day);
  const weightOf = (cost: Cost) =>
    entries.filter((entry) => entry.cost === cost).reduce((sum, entry) => sum + entry.weight, 0);
  const amounts = entries.map(({ cost, weight }) =>
    Math.round((plan.totalFen * SHARES[cost] * weight) / 100 / weightOf(cost)),
  );
  // The last entry takes what rounding left over.
  const rest = plan.totalFen - amounts.reduce((sum, fen) => sum + fen, 0);
  amounts[amounts.length - 1] = (amounts.at(-1) ?? 0) + rest;
  let balance = 0;
  const details: Record<Cost, number> = {
    personnel: 0,
    materials: 0,
    depreciation: 0,
    amortisation: 0,
    design: 0,
    other: 0,
  };
  const rows: LedgerRowShape[] = entries.map(({ month, day, cost }, index) => {
    const fen = amounts[index] ?? 0;
    balance += fen;
    details[cost] += fen;
    return {
      date: `${plan.year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      voucherKind: '记',
      voucherNumber: `${month}-${String(100 + index * 7).padStart(4, '0')}`,
      summary: random.pick(SUMMARIES[cost]),
      voucherFen: fen,
      creditFen: null,
      balanceFen: balance,
      balanceSide: '借' as const,
      details: { [cost]: fen },
    };
  });
  if (plan.expenseType === '费用化')
    rows.push({
      date: `${plan.year}-12-31`,
      voucherKind: '记',
      voucherNumber: `12-${String(100 + rows.length * 7).padStart(4, '0')}`,
      summary: '结转研发支出（费用化支出）至管理费用',
      voucherFen: null,
      creditFen: balance,
      balanceFen: 0,
      balanceSide: '平',
      details: {},
    });
  const { code, name, status, expenseType, year, totalFen } = plan;
  return {
    style: '2015',
    code,
    name,
    status,
    expenseType,
    year,
    openingFen: 0,
    rows,
    printedTotals: { voucherFen: totalFen, collectedFen: totalFen, details },
  };
}
