import type { Application } from '../entities/application.ts';
import { claimedAmountFen } from '../entities/invoice.ts';
import { ledgerClaimedFen } from '../entities/ledger.ts';
import type { Fen } from '../entities/money.ts';
import { collectingFen } from './collectingFen.ts';

/** What was spent in one month. */
export interface MonthSpending {
  /** 2019-04 */
  readonly month: string;
  readonly invoicesFen: Fen;
  readonly ledgerFen: Fen;
  /** All from the first month to this one. */
  readonly cumulativeFen: Fen;
}

/** Spending month by month, and what cannot be put in a month. */
export interface SpendingByMonth {
  readonly months: readonly MonthSpending[];
  /** Known amounts without a date, and sub-ledgers claimed in part, whose months nobody tells. */
  readonly undatedFen: Fen;
  readonly undatedRows: number;
  /** Rows whose amount is 待填: in no month and in no sum. */
  readonly withoutAmount: number;
}

/** Months without spending are shown as such between the first and the last, unless a date is far off. */
const MOST_MONTHS = 120;

/** By the dates of invoices and voucher lines; oldest first. Linear in the rows. */
export function spendingByMonth({ invoices, ledger, settings }: Application): SpendingByMonth {
  const sums = new Map<string, { invoicesFen: Fen; ledgerFen: Fen }>();
  const rest = { undatedFen: 0, undatedRows: 0, withoutAmount: 0 };
  const add = (date: string | null, fen: Fen | null, kind: 'invoicesFen' | 'ledgerFen') => {
    if (fen === null) rest.withoutAmount += 1;
    else if (date === null) {
      rest.undatedFen += fen;
      rest.undatedRows += 1;
    } else {
      const month = date.slice(0, 7);
      const sum = sums.get(month) ?? { invoicesFen: 0, ledgerFen: 0 };
      sum[kind] += fen;
      sums.set(month, sum);
    }
  };
  for (const invoice of invoices)
    add(invoice.issuedOn, claimedAmountFen(invoice, settings.amountBasis), 'invoicesFen');
  for (const project of ledger) {
    if (project.claimedFen !== null) add(null, ledgerClaimedFen(project), 'ledgerFen');
    else for (const row of project.rows) add(row.date, collectingFen(project, row), 'ledgerFen');
  }
  let cumulativeFen = 0;
  const months = monthsOf([...sums.keys()].sort()).map((month): MonthSpending => {
    const { invoicesFen, ledgerFen } = sums.get(month) ?? { invoicesFen: 0, ledgerFen: 0 };
    cumulativeFen += invoicesFen + ledgerFen;
    return { month, invoicesFen, ledgerFen, cumulativeFen };
  });
  return { months, ...rest };
}

function monthsOf(known: readonly string[]): readonly string[] {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [monthNumber(first), monthNumber(last)];
  if (to - from >= MOST_MONTHS) return known;
  return Array.from({ length: to - from + 1 }, (_, index) => monthText(from + index));
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthText(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
