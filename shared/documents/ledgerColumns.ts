import {
  collectedFenOf,
  LEDGER_COST_LABELS,
  type LedgerCost,
  type LedgerProject,
  type LedgerRow,
} from '../entities/ledger.ts';
import { type Fen, formatMoney } from '../entities/money.ts';
import type { Align } from './block.ts';
import { sumFen } from './budgetTable.ts';

/** Between the margins of the printed sheet. */
const SHEET_MM = 225;
/** The 摘要 takes what the figures leave. */
const REST = 0;
/** A cost of 12,345,678.90 stands on one line, printed a little smaller, in no less than this. */
const COST_MM = 16.2;

/** One column of a sub-ledger as it is printed. */
export interface LedgerPrintColumn {
  /** On the printed sheet; all together fill it. */
  readonly mm: number;
  readonly align: Align;
  /** Head it shares with its neighbours; null for a column that stands alone. */
  readonly group: string | null;
  readonly head: string;
  readonly text: (row: LedgerRow) => string;
  /** Of the last row, 合计; empty where there is nothing to add up. */
  readonly total: (project: LedgerProject) => string;
  /** Of the row above all vouchers, 期初余额 (2015 only). */
  readonly opening: (project: LedgerProject) => string;
}

const DOMESTIC = ['personnel', 'materials', 'depreciation', 'amortisation', 'design', 'other'] as const;
const COMMISSIONED = ['commissioned-domestic', 'commissioned-foreign'] as const;

/** 国家税务总局公告2015年第97号 numbers its cost groups. */
const NUMBERED: Readonly<Record<(typeof DOMESTIC)[number], string>> = {
  personnel: '一、人员人工费用',
  materials: '二、直接投入费用',
  depreciation: '三、折旧费用',
  amortisation: '四、无形资产摊销',
  design: '五、新产品设计费等',
  other: '六、其他相关费用',
};

const COMMISSIONED_HEADS: Readonly<Record<(typeof COMMISSIONED)[number], string>> = {
  'commissioned-domestic': '委托境内机构或个人',
  'commissioned-foreign': '委托境外机构',
};

function money(fen: Fen | null | undefined): string {
  return fen === null || fen === undefined ? '' : formatMoney(fen, 'yuan');
}

const nothing = (): string => '';

function column(
  mm: number,
  align: Align,
  group: string | null,
  head: string,
  text: LedgerPrintColumn['text'],
  more: Partial<Pick<LedgerPrintColumn, 'total' | 'opening'>> = {},
): LedgerPrintColumn {
  return { mm, align, group, head, text, total: nothing, opening: nothing, ...more };
}

function amount(
  mm: number,
  group: string | null,
  head: string,
  fenOf: (row: LedgerRow) => Fen | null,
): LedgerPrintColumn {
  return column(mm, 'right', group, head, (row) => money(fenOf(row)), {
    // A column nobody filled was not asked for in that ledger: it has no sum, not one of 0.
    total: ({ rows }) => {
      const filled = rows.flatMap((row) => fenOf(row) ?? []);
      return filled.length === 0 ? '' : formatMoney(sumFen(filled), 'yuan');
    },
  });
}

function cost(mm: number, group: string, head: string, name: LedgerCost): LedgerPrintColumn {
  return amount(mm, group, head, ({ details }) => details[name] ?? null);
}

function vouchers(group: string, kindMm: number, numberMm: number): LedgerPrintColumn[] {
  return [
    column(kindMm, 'center', group, '种类', ({ voucherKind }) => voucherKind),
    column(numberMm, 'center', group, '号数', ({ voucherNumber }) => voucherNumber),
  ];
}

/** Sheet of 国家税务总局公告2021年第28号, and of a ledger of one's own, which must hold the same items. */
function columns2021(): LedgerPrintColumn[] {
  const details = '费用明细（税法规定）';
  return [
    column(15, 'center', '凭证信息', '日期', ({ date }) => date ?? ''),
    ...vouchers('凭证信息', 7, 12),
    column(REST, 'left', '凭证信息', '摘要', ({ summary }) => summary),
    amount(18.5, null, '会计凭证记载金额', ({ voucherFen }) => voucherFen),
    amount(18.5, null, '税法规定的归集金额', collectedFenOf),
    ...DOMESTIC.map((name) => cost(COST_MM, details, LEDGER_COST_LABELS[name], name)),
    ...COMMISSIONED.map((name) => cost(COST_MM, '委托研发费用', COMMISSIONED_HEADS[name], name)),
  ];
}

/** The one year all vouchers with a date are of; null for several or none. */
function oneYear(rows: readonly LedgerRow[]): string | null {
  const years = new Set(rows.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 4)])));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

function monthAndDay(rows: readonly LedgerRow[]): LedgerPrintColumn[] {
  const year = oneYear(rows);
  const month = (date: string) => String(Number(date.slice(5, 7)));
  const day = (date: string) => String(Number(date.slice(8, 10)));
  const head = year === null ? '年' : `${year}年`;
  return [
    column(year === null ? 9 : 5.5, 'center', head, '月', ({ date }) =>
      date === null ? '' : year === null ? `${date.slice(0, 4)}.${month(date)}` : month(date),
    ),
    column(5.5, 'center', head, '日', ({ date }) => (date === null ? '' : day(date))),
  ];
}

/** Balance after the last voucher that tells one. */
function closing({ rows, openingFen }: LedgerProject): string {
  return money(rows.findLast(({ balanceFen }) => balanceFen !== null)?.balanceFen ?? openingFen);
}

/** Sheet 自主研发 of 国家税务总局公告2015年第97号; 委托研发 has sheets of its own there, columns here where there is some. */
function columns2015({ rows }: LedgerProject): LedgerPrintColumn[] {
  const details = '费用明细（借方）';
  const commissioned = COMMISSIONED.filter((name) => rows.some((row) => (row.details[name] ?? 0) !== 0));
  // Both kinds of 委托 are rare; then all are as narrow as they can be.
  const [amountMm, costMm] = commissioned.length === 2 ? [16.5, 15.8] : [18, COST_MM];
  return [
    ...monthAndDay(rows),
    ...vouchers('凭证', 7, 11),
    column(REST, 'left', null, '摘要', ({ summary }) => summary, { opening: () => '期初余额' }),
    amount(amountMm, null, '借方金额', ({ voucherFen }) => voucherFen),
    amount(amountMm, null, '贷方金额', ({ creditFen }) => creditFen),
    column(6, 'center', null, '借或贷', ({ balanceSide }) => balanceSide ?? ''),
    column(amountMm, 'right', null, '余额', ({ balanceFen }) => money(balanceFen), {
      opening: ({ openingFen }) => money(openingFen),
      total: closing,
    }),
    ...DOMESTIC.map((name) => cost(costMm, details, NUMBERED[name], name)),
    ...commissioned.map((name) => cost(costMm, '委托研发费用', COMMISSIONED_HEADS[name], name)),
  ];
}

/** The columns of a project's sheet in the style its ledger is kept in. */
export function ledgerColumns(project: LedgerProject): readonly LedgerPrintColumn[] {
  const columns = project.style === '2015' ? columns2015(project) : columns2021();
  const rest = SHEET_MM - columns.reduce((sum, { mm }) => sum + mm, 0);
  return columns.map((one) => (one.mm === REST ? { ...one, mm: rest } : one));
}
