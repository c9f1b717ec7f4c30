import { normaliseInvoiceNumber } from '../../entities/invoiceNumber.ts';
import type { RowOf } from '../operators/row.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { ledgerVoucher, voucherOfRow } from './ledgerVoucher.ts';
import { rowIn } from './rowIn.ts';
import { yuan } from './yuan.ts';

type LedgerLine = RowOf<'ledgerRows'>;

/** The first ledger row of each voucher, date and invoice number, among the rows of one amount. */
interface SameAmount {
  readonly byVoucher: ReadonlyMap<string, LedgerLine>;
  readonly byDate: ReadonlyMap<string, LedgerLine>;
  /** Only the rows that name no voucher. */
  readonly byDateWithoutVoucher: ReadonlyMap<string, LedgerLine>;
  readonly byInvoiceNumber: ReadonlyMap<string, LedgerLine>;
}

/**
 * The same cost is not also in the R&D ledger: a ledger row of the same amount that has the same
 * voucher, or the same date where one of the two names no voucher, or that names the invoice's
 * number. An amount alone proves nothing.
 */
export function invoiceNotInLedger(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null || scope.application.ledger.length === 0) return null;
  if (row.value.claimedFen === 0) return met();
  const byAmount = scope.once('ledger-by-amount', ledgerRowsByAmount);
  for (const amount of [row.value.netFen, row.value.totalFen, row.value.claimedFen]) {
    const lines = amount === null ? undefined : byAmount.get(amount);
    if (amount === null || lines === undefined) continue;
    // Thousands of rows may have one amount, so none of them is looked at twice.
    const same = scope.once(`ledger-rows-of-${amount}`, () => indexLines(lines));
    const double = sameCost(row, same);
    if (double !== undefined) {
      return unmet({
        names: [double.name],
        related: [double.path],
        column: 'voucher',
        detail: `与${double.name}金额相同（${yuan(amount)}），凭证、日期或发票号码也相符`,
      });
    }
  }
  return met();
}

/** The first of the rows that is the invoice's cost. */
function sameCost({ value }: RowOf<'invoices'>, same: SameAmount): LedgerLine | undefined {
  const voucher = ledgerVoucher('', value.voucher);
  const date = value.issuedOn ?? '';
  const found = [
    same.byInvoiceNumber.get(normaliseInvoiceNumber(value.number)),
    same.byVoucher.get(voucher),
    (voucher === '' ? same.byDate : same.byDateWithoutVoucher).get(date),
  ].filter((line) => line !== undefined);
  return found.sort((a, b) => a.position - b.position)[0];
}

function indexLines(lines: readonly LedgerLine[]): SameAmount {
  const [byVoucher, byDate, byDateWithoutVoucher, byInvoiceNumber] = [
    new Map<string, LedgerLine>(),
    new Map<string, LedgerLine>(),
    new Map<string, LedgerLine>(),
    new Map<string, LedgerLine>(),
  ];
  const add = (map: Map<string, LedgerLine>, key: string, line: LedgerLine) => {
    if (key !== '' && !map.has(key)) map.set(key, line);
  };
  for (const line of lines) {
    const voucher = voucherOfRow(line.value);
    const date = line.value.date ?? '';
    add(byVoucher, voucher, line);
    add(byDate, date, line);
    if (voucher === '') add(byDateWithoutVoucher, date, line);
    for (const number of numbersIn(line.value.summary)) add(byInvoiceNumber, number, line);
  }
  return { byVoucher, byDate, byDateWithoutVoucher, byInvoiceNumber };
}

/** Runs of digits as long as an invoice number, with and without the spaces and hyphens inside. */
function numbersIn(summary: string): readonly string[] {
  if (summary === '') return [];
  const text = summary.normalize('NFKC');
  if (!/\d/.test(text)) return [];
  return [text, normaliseInvoiceNumber(text)].flatMap((spelling) => spelling.match(/\d{8,}/g) ?? []);
}

function ledgerRowsByAmount(scope: Scope): ReadonlyMap<number, LedgerLine[]> {
  const rows = new Map<number, LedgerLine[]>();
  for (const row of scope.rows('ledgerRows')) {
    if (row.of !== 'ledgerRows') continue;
    const { voucherFen, collectedFen, details } = row.value;
    for (const amount of new Set([voucherFen, collectedFen, ...Object.values(details)])) {
      if (amount === null || amount === 0) continue;
      const same = rows.get(amount);
      if (same === undefined) rows.set(amount, [row]);
      else same.push(row);
    }
  }
  return rows;
}
