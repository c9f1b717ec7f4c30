import { INVOICE_KINDS } from '../../shared/calls/rowWords.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { BudgetLine } from '../../shared/entities/budgetLine.ts';
import type { Invoice } from '../../shared/entities/invoice.ts';
import { LEDGER_COST_LABELS, LedgerCost, type LedgerRow } from '../../shared/entities/ledger.ts';
import { formatMoney } from '../../shared/entities/money.ts';

// What finance staff have in their spreadsheets, as it comes with a copy from there: a head and rows, tabs between.

type Column<Row> = readonly [head: string, cell: (row: Row) => string];

export function budgetSheet(call: Call, lines: readonly BudgetLine[]): string {
  return sheet(lines, [
    ['投资类别', ({ category }) => categoryName(call, category)],
    ['投资内容', ({ item }) => item],
    ['规格型号', ({ detail }) => detail],
    ['金额（万元）', ({ amountFen }) => (amountFen === null ? '' : formatMoney(amountFen, 'wanyuan'))],
    ['列支理由', ({ reason }) => reason],
  ]);
}

export function invoiceSheet(call: Call, invoices: readonly Invoice[]): string {
  return sheet(invoices, [
    ['发票代码', ({ code }) => code],
    ['发票号码', ({ number }) => number],
    ['发票类型', ({ kind }) => INVOICE_KINDS[kind] ?? ''],
    ['开票日期', ({ issuedOn }) => issuedOn?.replaceAll('-', '/') ?? ''],
    ['购方名称', ({ buyer }) => buyer.name],
    ['购方识别号', ({ buyer }) => buyer.taxId],
    ['销方名称', ({ seller }) => seller.name],
    ['销方识别号', ({ seller }) => seller.taxId],
    ['金额', ({ netFen }) => yuan(netFen)],
    ['税额', ({ taxFen }) => yuan(taxFen)],
    ['价税合计', ({ totalFen }) => yuan(totalFen)],
    ['计入金额', ({ claimedFen }) => yuan(claimedFen)],
    ['投资类别', ({ category }) => categoryName(call, category)],
    ['用途', ({ use }) => use],
    ['凭证号', ({ voucher }) => voucher],
    ['备注', ({ note }) => note],
  ]);
}

/** A sub-ledger in the layout of 2015. */
export function ledgerSheet(rows: readonly LedgerRow[]): string {
  return sheet(rows, [
    ['日期', ({ date }) => date ?? ''],
    ['凭证种类', ({ voucherKind }) => voucherKind],
    ['凭证号数', ({ voucherNumber }) => voucherNumber],
    ['摘要', ({ summary }) => summary],
    ['借方金额', ({ voucherFen }) => yuan(voucherFen)],
    ['贷方金额', ({ creditFen }) => yuan(creditFen)],
    ['借或贷', ({ balanceSide }) => balanceSide ?? ''],
    ['余额', ({ balanceFen }) => yuan(balanceFen)],
    ...LedgerCost.options.map(
      (cost): Column<LedgerRow> => [LEDGER_COST_LABELS[cost], ({ details }) => yuan(details[cost] ?? null)],
    ),
  ]);
}

function sheet<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  return lines.map((cells) => `${cells.join('\t')}\r\n`).join('');
}

function yuan(fen: number | null): string {
  return fen === null ? '' : formatMoney(fen, 'yuan');
}

function categoryName(call: Call, category: string): string {
  return call.investment.categories.find(({ id }) => id === category)?.label ?? category;
}
