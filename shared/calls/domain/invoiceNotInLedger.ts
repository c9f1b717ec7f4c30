import type { Invoice } from '../../entities/invoice.ts';
import { normaliseInvoiceNumber } from '../../entities/invoiceNumber.ts';
import type { LedgerRow } from '../../entities/ledger.ts';
import type { RowOf } from '../operators/row.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { ledgerVoucher, voucherOfRow } from './ledgerVoucher.ts';
import { rowIn } from './rowIn.ts';
import { yuan } from './yuan.ts';

/**
 * The same cost is not also in the R&D ledger: a ledger row of the same amount that has the same
 * voucher or the same date, or that names the invoice's number. An amount alone proves nothing.
 */
export function invoiceNotInLedger(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null || scope.application.ledger.length === 0) return null;
  if ((row.value.claimedFen ?? 1) === 0) return met();
  const byAmount = scope.once('ledger-by-amount', () => ledgerRowsByAmount(scope));
  const amounts = new Set([row.value.netFen, row.value.totalFen, row.value.claimedFen]);
  for (const amount of amounts) {
    if (amount === null) continue;
    const double = byAmount.get(amount)?.find((candidate) => isSameCost(row.value, candidate.value));
    if (double !== undefined) {
      return unmet({
        names: [double.name],
        column: 'voucher',
        detail: `与${double.name}金额相同（${yuan(amount)}），凭证、日期或发票号码也相符`,
      });
    }
  }
  return met();
}

function isSameCost(invoice: Invoice, row: LedgerRow): boolean {
  const number = normaliseInvoiceNumber(invoice.number);
  if (number.length >= 8 && normaliseInvoiceNumber(row.summary).includes(number)) return true;
  const [voucher, inLedger] = [ledgerVoucher('', invoice.voucher), voucherOfRow(row)];
  if (voucher !== '' && inLedger !== '') return voucher === inLedger;
  return invoice.issuedOn !== null && invoice.issuedOn === row.date;
}

function ledgerRowsByAmount(scope: Scope): ReadonlyMap<number, RowOf<'ledgerRows'>[]> {
  const rows = new Map<number, RowOf<'ledgerRows'>[]>();
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
