import type { Invoice } from '../../entities/invoice.ts';
import { normaliseInvoiceNumber } from '../../entities/invoiceNumber.ts';
import type { Fen } from '../../entities/money.ts';
import type { RowOf } from '../operators/row.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { type CostsOfAmount, costsOfAmount, type LedgerCost } from './ledgerCosts.ts';
import { ledgerVoucher, voucherDigits } from './ledgerVoucher.ts';
import { rowIn } from './rowIn.ts';
import { yuan } from './yuan.ts';

/**
 * The same cost is not also in the R&D ledger: a ledger row of the same amount that has the same
 * voucher, or the same date where one of the two names no voucher, or that names the invoice's
 * number. Rows of one voucher count together, and invoices of one voucher too: a voucher is often
 * split on one side only. An amount alone proves nothing.
 */
export function invoiceNotInLedger(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null || scope.application.ledger.length === 0) return null;
  if (row.value.claimedFen === 0) return met();
  for (const amount of amountsOf(row.value)) {
    const costs = costsOfAmount(scope, amount);
    const double = costs === null ? undefined : sameCost(row, costs);
    if (double !== undefined) {
      const together = double.rows === 1 ? '金额相同' : `等 ${double.rows} 行合计金额相同`;
      return told(double, `与${double.first.name}${together}（${yuan(amount)}），凭证、日期或发票号码也相符`);
    }
  }
  const voucher = ledgerVoucher('', row.value.voucher);
  for (const { amount, invoices } of scope.once('invoice-vouchers', sumsByVoucher).get(voucher) ?? []) {
    const costs = costsOfAmount(scope, amount);
    const double = costs === null ? undefined : ofVoucher(voucher, costs);
    if (double !== undefined)
      return told(double, `等同一凭证的 ${invoices} 张发票合计 ${yuan(amount)}，与${double.first.name}相同`);
  }
  return met();
}

function told({ first }: LedgerCost, detail: string): Verdict {
  return unmet({ names: [first.name], column: 'voucher', related: [first.path], detail });
}

function amountsOf({ netFen, totalFen, claimedFen }: Invoice): readonly Fen[] {
  return [netFen, totalFen, claimedFen].filter((amount) => amount !== null);
}

/** The first of the costs that is the invoice's. */
function sameCost({ value }: RowOf<'invoices'>, costs: CostsOfAmount): LedgerCost | undefined {
  const voucher = ledgerVoucher('', value.voucher);
  const date = value.issuedOn ?? '';
  const found = [
    costs.byInvoiceNumber.get(normaliseInvoiceNumber(value.number)),
    ofVoucher(voucher, costs),
    (voucher === '' ? costs.byDate : costs.byDateWithoutVoucher).get(date),
  ].filter((cost) => cost !== undefined);
  return found.sort((a, b) => a.first.position - b.first.position)[0];
}

/** A voucher that names no kind ("12") is that of any kind with its number: most companies have one kind only. */
function ofVoucher(voucher: string, costs: CostsOfAmount): LedgerCost | undefined {
  const digits = voucherDigits(voucher);
  if (digits === voucher) return costs.byDigits.get(digits);
  return costs.byVoucher.get(voucher) ?? costs.byDigitsWithoutKind.get(digits);
}

interface VoucherSum {
  readonly amount: Fen;
  readonly invoices: number;
}

/** What the invoices of each voucher make together, where it has several. */
function sumsByVoucher(scope: Scope): ReadonlyMap<string, readonly VoucherSum[]> {
  const invoices = Map.groupBy(
    scope.application.invoices.filter(({ voucher, claimedFen }) => voucher.trim() !== '' && claimedFen !== 0),
    ({ voucher }) => ledgerVoucher('', voucher),
  );
  const sums = new Map<string, readonly VoucherSum[]>();
  for (const [voucher, same] of invoices) {
    if (same.length < 2 || voucher === '') continue;
    const amounts = new Set([sumOf(same, 'netFen'), sumOf(same, 'totalFen'), sumOf(same, 'claimedFen')]);
    sums.set(
      voucher,
      [...amounts].flatMap((amount) => (amount === null ? [] : [{ amount, invoices: same.length }])),
    );
  }
  return sums;
}

/** Null when one of them does not carry the amount. */
function sumOf(invoices: readonly Invoice[], of: 'netFen' | 'totalFen' | 'claimedFen'): Fen | null {
  return invoices.reduce<Fen | null>(
    (sum, { [of]: fen }) => (sum === null || fen === null ? null : sum + fen),
    0,
  );
}
