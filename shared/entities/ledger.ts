import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { Fen } from './money.ts';

/** Layout a 研发支出辅助账 was kept in: 2015年第97号 or 2021年第28号; both are samples, self-made ones exist. */
export const LedgerStyle = z.enum(['2015', '2021', 'other']);
export type LedgerStyle = z.infer<typeof LedgerStyle>;

/** The six domestic cost groups both styles share, and 委托研发. */
export const LedgerCost = z.enum([
  'personnel',
  'materials',
  'depreciation',
  'amortisation',
  'design',
  'other',
  'commissioned-domestic',
  'commissioned-foreign',
]);
export type LedgerCost = z.infer<typeof LedgerCost>;

/** The cost groups as the ledgers head their columns. */
export const LEDGER_COST_LABELS: Readonly<Record<LedgerCost, string>> = {
  personnel: '人员人工费用',
  materials: '直接投入费用',
  depreciation: '折旧费用',
  amortisation: '无形资产摊销',
  design: '新产品设计费等',
  other: '其他相关费用',
  'commissioned-domestic': '委托境内研发费用',
  'commissioned-foreign': '委托境外研发费用',
};

/** One voucher line. `details` holds only the cost groups that carry an amount. */
export const LedgerRow = z.strictObject({
  id: z.string().min(1),
  date: IsoDate.nullable().default(null),
  /** 凭证种类, 凭证号数 */
  voucherKind: z.string().default(''),
  voucherNumber: z.string().default(''),
  summary: z.string().default(''),
  /** 2021: 会计凭证记载金额; 2015: 借方金额. */
  voucherFen: Fen.nullable().default(null),
  /** 税法规定的归集金额 (2021); for 2015 the sum of the details is meant. */
  collectedFen: Fen.nullable().default(null),
  /** 2015 only: 贷方金额 and the running 余额 with 借/贷. */
  creditFen: Fen.nullable().default(null),
  balanceFen: Fen.nullable().default(null),
  balanceSide: z.enum(['借', '贷', '平']).nullable().default(null),
  details: z.partialRecord(LedgerCost, Fen).default({}),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

/** One R&D project's sub-ledger sheet. */
export const LedgerProject = z.strictObject({
  id: z.string().min(1),
  style: LedgerStyle.default('2015'),
  code: z.string().default(''),
  name: z.string().default(''),
  /** 完成情况 / 实施状态 */
  status: z.string().default(''),
  /** 支出类型 */
  expenseType: z.enum(['资本化', '费用化']).nullable().default(null),
  year: z.number().int().min(2000).max(2100).nullable().default(null),
  /** 2015: 期初余额 */
  openingFen: Fen.nullable().default(null),
  rows: z.array(LedgerRow).default([]),
  /** The sheet's own 合计 row, kept as printed so that it can be compared with the rows. */
  printedTotals: z
    .strictObject({
      voucherFen: Fen.nullable().default(null),
      collectedFen: Fen.nullable().default(null),
      details: z.partialRecord(LedgerCost, Fen).default({}),
    })
    .nullable()
    .default(null),
  /** What the 汇总表 tells for this project, when one was given. */
  summaryFen: Fen.nullable().default(null),
  /** The part of the ledger claimed as investment of this application; null claims all that was collected. */
  claimedFen: Fen.nullable().default(null),
});
export type LedgerProject = z.infer<typeof LedgerProject>;

/** 归集金额 of one row: as written, else the sum of its details; null when the row tells neither. */
export function collectedFenOf(row: LedgerRow): Fen | null {
  if (row.collectedFen !== null) return row.collectedFen;
  const details = Object.values(row.details);
  return details.length === 0 ? null : details.reduce((sum, fen) => sum + fen, 0);
}

/** All that a project's rows collected; rows that tell nothing add nothing. */
export function ledgerTotalFen(project: LedgerProject): Fen {
  return project.rows.reduce((sum, row) => sum + (collectedFenOf(row) ?? 0), 0);
}

/** What of a project's ledger the application claims as investment. */
export function ledgerClaimedFen(project: LedgerProject): Fen {
  return project.claimedFen ?? ledgerTotalFen(project);
}
