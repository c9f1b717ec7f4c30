import { normaliseInvoiceNumber } from '../../entities/invoiceNumber.ts';
import { collectedFenOf } from '../../entities/ledger.ts';
import type { Fen } from '../../entities/money.ts';
import type { RowOf } from '../operators/row.ts';
import type { Scope } from '../operators/scope.ts';
import { voucherDigits, voucherOfRow } from './ledgerVoucher.ts';
import { monthOf } from './nearMonths.ts';

/** A cost as the ledger has it: one row, or the rows of one voucher that make the amount together. */
export interface LedgerCost {
  readonly first: RowOf<'ledgerRows'>;
  readonly rows: number;
}

/** The first cost of each day and invoice number, and of each month's voucher, among those of one amount. */
export interface CostsOfAmount {
  readonly byVoucher: ReadonlyMap<string, CostsByMonth>;
  /** By the voucher's number alone: all costs, and those whose voucher names no kind (记, 付 …). */
  readonly byDigits: ReadonlyMap<string, CostsByMonth>;
  readonly byDigitsWithoutKind: ReadonlyMap<string, CostsByMonth>;
  readonly byDate: ReadonlyMap<string, LedgerCost>;
  /** Only the costs that name no voucher. */
  readonly byDateWithoutVoucher: ReadonlyMap<string, LedgerCost>;
  readonly byInvoiceNumber: ReadonlyMap<string, LedgerCost>;
}

/** Numbers of vouchers begin anew every month: costs by their month, see `monthOf`. */
export type CostsByMonth = ReadonlyMap<number | null, LedgerCost>;

/**
 * Costs of the ledgers of one amount; null when there are none. Thousands of rows may have one amount, so they are
 * indexed once and none of them is looked at twice.
 */
export function costsOfAmount(scope: Scope, amount: Fen): CostsOfAmount | null {
  const costs = scope.once('ledger-by-amount', costsByAmount).get(amount);
  return costs === undefined ? null : scope.once(`ledger-rows-of-${amount}`, () => indexCosts(costs));
}

function indexCosts(costs: readonly LedgerCost[]): CostsOfAmount {
  const maps = {
    byVoucher: new Map<string, Map<number | null, LedgerCost>>(),
    byDigits: new Map<string, Map<number | null, LedgerCost>>(),
    byDigitsWithoutKind: new Map<string, Map<number | null, LedgerCost>>(),
    byDate: new Map<string, LedgerCost>(),
    byDateWithoutVoucher: new Map<string, LedgerCost>(),
    byInvoiceNumber: new Map<string, LedgerCost>(),
  };
  const add = (map: Map<string, LedgerCost>, key: string, cost: LedgerCost) => {
    if (key !== '' && !map.has(key)) map.set(key, cost);
  };
  const addByMonth = (map: Map<string, Map<number | null, LedgerCost>>, key: string, cost: LedgerCost) => {
    if (key === '') return;
    const months = map.get(key) ?? new Map<number | null, LedgerCost>();
    const month = monthOf(cost.first.value.date);
    if (!months.has(month)) map.set(key, months.set(month, cost));
  };
  for (const cost of costs) {
    const { value } = cost.first;
    const voucher = voucherOfRow(value);
    const digits = voucherDigits(voucher);
    addByMonth(maps.byVoucher, voucher, cost);
    addByMonth(maps.byDigits, digits, cost);
    if (digits === voucher) addByMonth(maps.byDigitsWithoutKind, digits, cost);
    add(maps.byDate, value.date ?? '', cost);
    if (voucher === '') add(maps.byDateWithoutVoucher, value.date ?? '', cost);
    for (const number of numbersIn(value.summary)) add(maps.byInvoiceNumber, number, cost);
  }
  return maps;
}

/** Runs of digits as long as an invoice number, with and without the spaces and hyphens inside. */
function numbersIn(summary: string): readonly string[] {
  if (summary === '') return [];
  const text = summary.normalize('NFKC');
  if (!/\d/.test(text)) return [];
  return [text, normaliseInvoiceNumber(text)].flatMap((spelling) => spelling.match(/\d{8,}/g) ?? []);
}

function costsByAmount(scope: Scope): ReadonlyMap<Fen, LedgerCost[]> {
  const costs = new Map<Fen, LedgerCost[]>();
  const add = (amount: Fen | null, cost: LedgerCost): void => {
    if (amount === null || amount === 0) return;
    const same = costs.get(amount);
    if (same === undefined) costs.set(amount, [cost]);
    else same.push(cost);
  };
  const vouchers = new Map<string, RowOf<'ledgerRows'>[]>();
  for (const row of scope.rows('ledgerRows')) {
    if (row.of !== 'ledgerRows') continue;
    const { voucherFen, collectedFen, details, date } = row.value;
    for (const amount of new Set([voucherFen, collectedFen, ...Object.values(details)]))
      add(amount, { first: row, rows: 1 });
    const voucher = voucherOfRow(row.value);
    if (voucher === '') continue;
    // Numbers of vouchers begin anew every month.
    const key = `${date?.slice(0, 7)} ${voucher}`;
    const same = vouchers.get(key);
    if (same === undefined) vouchers.set(key, [row]);
    else same.push(row);
  }
  for (const rows of vouchers.values()) {
    const [first] = rows;
    if (first === undefined || rows.length === 1) continue;
    const sums = [
      rows.map(({ value }) => value.voucherFen),
      rows.map(({ value }) => collectedFenOf(value)),
    ].map((amounts) => amounts.reduce<Fen>((sum, fen) => sum + (fen ?? 0), 0));
    for (const sum of new Set(sums)) add(sum, { first, rows: rows.length });
  }
  return costs;
}
