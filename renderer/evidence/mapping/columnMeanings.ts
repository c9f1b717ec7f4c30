import { assertNever } from '../../../shared/assertNever.ts';
import { InvoiceFieldName } from '../../../shared/entities/invoiceReading.ts';
import { LEDGER_COST_LABELS, LedgerCost } from '../../../shared/entities/ledger.ts';
import {
  type ColumnMeaning,
  LedgerColumn,
  SummaryColumn,
  type TableKind,
} from '../../../shared/entities/tableReading.ts';
import { FIELD_NAMES } from '../evidenceWords.ts';

/** What a sheet can be. */
export const TABLE_KIND_WORDS: Readonly<Record<TableKind, string>> = {
  'invoice-list': '发票清单',
  ledger: '研发支出辅助账',
  'ledger-summary': '辅助账汇总表',
};

const costWords = Object.fromEntries(
  LedgerCost.options.map((cost) => [`cost.${cost}`, LEDGER_COST_LABELS[cost]]),
);

const LEDGER_WORDS: Readonly<Record<string, string>> = {
  date: '日期',
  year: '年',
  month: '月',
  day: '日',
  voucher: '凭证（种类和号数在一起）',
  voucherKind: '凭证种类',
  voucherNumber: '凭证号数',
  summary: '摘要',
  voucherFen: '凭证金额（借方）',
  creditFen: '贷方金额',
  balanceSide: '借或贷',
  balanceFen: '余额',
  collectedFen: '归集金额',
  ...costWords,
};

const SUMMARY_WORDS: Readonly<Record<SummaryColumn, string>> = {
  code: '项目编号',
  name: '项目名称',
  status: '完成情况',
  expenseType: '支出类型',
  totalFen: '金额合计',
};

/** What lists nearly always have comes first. */
const USUAL = [
  'number',
  'code',
  'issuedOn',
  'totalFen',
  'netFen',
  'taxFen',
  'seller.name',
  'buyer.name',
  'category',
  'use',
  'claimedFen',
] as const satisfies readonly InvoiceFieldName[];
const INVOICE_ORDER = [...new Set<InvoiceFieldName>([...USUAL, ...InvoiceFieldName.options])];

export type MeaningChoice = { readonly value: ColumnMeaning; readonly label: string };

/** What a column of such a sheet can hold, as a person chooses it. */
export function columnMeanings(kind: TableKind): readonly MeaningChoice[] {
  switch (kind) {
    case 'invoice-list':
      return INVOICE_ORDER.map((value) => ({ value, label: FIELD_NAMES[value] }));
    case 'ledger':
      return LedgerColumn.options
        .map((value) => ({ value, label: LEDGER_WORDS[value] ?? value }))
        .toSorted((a, b) => place(a.value) - place(b.value));
    case 'ledger-summary':
      return SummaryColumn.options.map((value) => ({ value, label: SUMMARY_WORDS[value] }));
    default:
      return assertNever(kind);
  }
}

const LEDGER_ORDER = Object.keys(LEDGER_WORDS);
const place = (value: string): number => LEDGER_ORDER.indexOf(value);
