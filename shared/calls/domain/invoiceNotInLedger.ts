import type { Invoice } from '../../entities/invoice.ts';
import { normaliseInvoiceNumber } from '../../entities/invoiceNumber.ts';
import type { Fen } from '../../entities/money.ts';
import type { RowOf } from '../operators/row.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unmet, type Verdict } from '../operators/verdict.ts';
import { type CostsByMonth, type CostsOfAmount, costsOfAmount, type LedgerCost } from './ledgerCosts.ts';
import { ledgerVoucher, voucherDigits } from './ledgerVoucher.ts';
import { areNear, monthOf } from './nearMonths.ts';
import { rowIn } from './rowIn.ts';
import { yuan } from './yuan.ts';

/**
 * The same cost is not also in the R&D ledger: a ledger row of the same amount that has the same
 * voucher, or the same date where one of the two names no voucher, or that names the invoice's
 * number. Rows of one voucher count together, and invoices of one voucher too: a voucher is often
 * split on one side only. A voucher is one of its month: the same number of another season is another
 * voucher. An amount alone proves nothing.
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
  const month = monthOf(row.value.issuedOn);
  const sums = scope.once('invoice-vouchers', sumsByVoucher);
  for (const voucher of vouchersOf(row.value.voucher)) {
    for (const { amount, invoices, months } of sums.get(voucher) ?? []) {
      if (month !== null && !months.includes(month)) continue;
      const costs = costsOfAmount(scope, amount);
      const double = costs === null ? undefined : ofVoucher(voucher, months, costs);
      if (double !== undefined)
        return told(
          double,
          `等同一凭证的 ${invoices} 张发票合计 ${yuan(amount)}，与${double.first.name}相同`,
        );
    }
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
  const vouchers = vouchersOf(value.voucher);
  const date = value.issuedOn ?? '';
  const found = [
    costs.byInvoiceNumber.get(normaliseInvoiceNumber(value.number)),
    ...vouchers.map((voucher) => ofVoucher(voucher, [monthOf(value.issuedOn)], costs)),
    (vouchers.length === 0 ? costs.byDate : costs.byDateWithoutVoucher).get(date),
  ].filter((cost) => cost !== undefined);
  return found.sort((a, b) => a.first.position - b.first.position)[0];
}

/** An invoice may be booked in several vouchers ("记-1；记-8"). */
function vouchersOf(text: string): readonly string[] {
  return text
    .split(/[；;、,，]/)
    .map((part) => ledgerVoucher('', part))
    .filter((voucher, at, all) => voucher !== '' && all.indexOf(voucher) === at);
}

/** A voucher that names no kind ("12") is that of any kind with its number: most companies have one kind only. */
function ofVoucher(
  voucher: string,
  months: readonly (number | null)[],
  costs: CostsOfAmount,
): LedgerCost | undefined {
  const near = (of: CostsByMonth | undefined): LedgerCost | undefined =>
    of === undefined
      ? undefined
      : [...of].find(([month]) => months.every((issued) => areNear(issued, month)))?.[1];
  const digits = voucherDigits(voucher);
  if (digits === voucher) return near(costs.byDigits.get(digits));
  return near(costs.byVoucher.get(voucher)) ?? near(costs.byDigitsWithoutKind.get(digits));
}

interface VoucherSum {
  readonly amount: Fen;
  readonly invoices: number;
  /** Months of issue of these invoices, apart from those without a date. */
  readonly months: readonly number[];
}

/** What the invoices of each voucher make together, where it has several. */
function sumsByVoucher(scope: Scope): ReadonlyMap<string, readonly VoucherSum[]> {
  const booked = scope.application.invoices
    .filter(({ claimedFen }) => claimedFen !== 0)
    .flatMap((invoice) => vouchersOf(invoice.voucher).map((voucher) => ({ voucher, invoice })));
  const sums = new Map<string, readonly VoucherSum[]>();
  for (const [voucher, same] of Map.groupBy(booked, (one) => one.voucher))
    if (same.length > 1)
      sums.set(voucher, bookedTogether(same.map(({ invoice }) => invoice)).flatMap(sumsOf));
  return sums;
}

/** Which invoices under one number may be one voucher: those of a month, and of months that follow each other closely. */
function bookedTogether(same: readonly Invoice[]): readonly (readonly Invoice[])[] {
  const byMonth = Map.groupBy(same, ({ issuedOn }) => monthOf(issuedOn));
  const undated = byMonth.get(null) ?? [];
  const months = [...byMonth.keys()].filter((month) => month !== null).sort((a, b) => a - b);
  if (months.length === 0) return [undated];
  return months.flatMap((first, at) => {
    const near = months.slice(at).filter((month) => areNear(first, month));
    return near.map((_, last) => [
      ...near.slice(0, last + 1).flatMap((month) => byMonth.get(month) ?? []),
      ...undated,
    ]);
  });
}

function sumsOf(invoices: readonly Invoice[]): readonly VoucherSum[] {
  if (invoices.length < 2) return [];
  const months = [...new Set(invoices.map(({ issuedOn }) => monthOf(issuedOn)))].filter(
    (month) => month !== null,
  );
  const amounts = new Set([
    sumOf(invoices, 'netFen'),
    sumOf(invoices, 'totalFen'),
    sumOf(invoices, 'claimedFen'),
  ]);
  return [...amounts].flatMap((amount) =>
    amount === null ? [] : [{ amount, invoices: invoices.length, months }],
  );
}

/** Null when one of them does not carry the amount. */
function sumOf(invoices: readonly Invoice[], of: 'netFen' | 'totalFen' | 'claimedFen'): Fen | null {
  return invoices.reduce<Fen | null>(
    (sum, { [of]: fen }) => (sum === null || fen === null ? null : sum + fen),
    0,
  );
}
