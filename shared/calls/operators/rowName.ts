import type { BudgetLine } from '../../entities/budgetLine.ts';
import type { Invoice } from '../../entities/invoice.ts';
import type { LedgerProject, LedgerRow } from '../../entities/ledger.ts';

/** `第 12 行发票（24502…0012）`; the last digits tell invoices apart, so long numbers keep both ends. */
export function invoiceName(invoice: Invoice, index: number): string {
  const number = invoice.number.trim();
  return `第 ${index + 1} 行发票（${number === '' ? '号码待填' : shortNumber(number)}）`;
}

/** A long number by its two ends. */
function shortNumber(number: string): string {
  return number.length > 12 ? `${number.slice(0, 5)}…${number.slice(-4)}` : number;
}

export function budgetName(line: BudgetLine, index: number): string {
  return `第 ${index + 1} 行预算${line.item.trim() === '' ? '' : `“${line.item.trim()}”`}`;
}

export function ledgerName(project: LedgerProject, index: number): string {
  const name = project.name.trim() || project.code.trim();
  return name === '' ? `第 ${index + 1} 本研发支出辅助账` : `研发支出辅助账“${name}”`;
}

/** `研发支出辅助账“…”第 3 行（2019-03-05 记-12）`. */
export function ledgerRowName(project: string, row: LedgerRow, index: number): string {
  const voucher = [row.voucherKind, row.voucherNumber].filter((part) => part !== '').join('-');
  const mark = [row.date ?? '', voucher].filter((part) => part !== '').join(' ');
  return `${project}第 ${index + 1} 行${mark === '' ? '' : `（${mark}）`}`;
}
