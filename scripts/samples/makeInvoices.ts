import { formatMoney } from '../../shared/entities/money.ts';
import { createRandom, type Random } from './createRandom.ts';
import type { FictionalUnit } from './fictionalUnit.ts';

/** What a project buys: of whom, under which category, and at what share of the category's money. */
export interface Purchase {
  readonly category: string;
  readonly seller: FictionalUnit;
  readonly item: string;
  readonly model: string;
  readonly unit: string;
  readonly use: string;
  readonly kind: InvoiceShape['kind'];
  /** 货物 or 服务: decides the tax rate of its day. */
  readonly goods: boolean;
}

export interface InvoiceShape {
  readonly kind:
    | 'special-paper'
    | 'ordinary-paper'
    | 'ordinary-electronic'
    | 'special-digital'
    | 'ordinary-digital';
  readonly code: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly netFen: number;
  readonly taxFen: number;
  readonly totalFen: number;
  readonly checkCode: string;
  readonly buyer: { readonly name: string; readonly taxId: string };
  readonly seller: { readonly name: string; readonly taxId: string };
  readonly lines: readonly {
    readonly item: string;
    readonly netFen: number;
    readonly taxRate: string;
    readonly taxFen: number;
  }[];
  readonly claimedFen: number | null;
  readonly category: string;
  readonly use: string;
  readonly redLetterOf: { readonly code: string; readonly number: string } | null;
  readonly voucher: string;
  readonly copies: readonly string[];
  readonly note: string;
}

/** An invoice with what only its printed copy shows. */
export interface MadeInvoice {
  readonly invoice: InvoiceShape;
  readonly purchase: Purchase;
  readonly buyer: FictionalUnit;
}

interface Plan {
  readonly seed: string;
  readonly buyer: FictionalUnit;
  readonly first: string;
  readonly last: string;
  /** By category: number of invoices, and the money (价税合计) they come to, nearly. */
  readonly spending: Readonly<Record<string, { readonly count: number; readonly totalFen: number }>>;
  readonly purchases: readonly Purchase[];
}

/** Rates of goods: 17 % to 2018-04-30, 16 % to 2019-03-31, then 13 %; of services 6 %. */
function ratePercent(goods: boolean, day: string): number {
  if (!goods) return 6;
  if (day < '2018-05-01') return 17;
  return day < '2019-04-01' ? 16 : 13;
}

function dayBetween(random: Random, first: string, last: string): string {
  const from = Date.parse(first);
  const days = (Date.parse(last) - from) / 86_400_000;
  const day = new Date(from + random.between(0, days) * 86_400_000);
  // Nobody issues an invoice on a Sunday.
  if (day.getUTCDay() === 0)
    day.setUTCDate(day.getUTCDate() + (day.toISOString().slice(0, 10) < last ? 1 : -1));
  return day.toISOString().slice(0, 10);
}

function numbering(
  kind: InvoiceShape['kind'],
  day: string,
  random: Random,
): Pick<InvoiceShape, 'code' | 'number' | 'checkCode'> {
  const year = day.slice(2, 4);
  const batch = random.between(1, 4);
  switch (kind) {
    case 'special-paper':
      return { code: `5000${year}${batch}130`, number: random.digits(8), checkCode: '' };
    case 'ordinary-paper':
      return { code: `5000${year}${batch}320`, number: random.digits(8), checkCode: random.digits(20) };
    case 'ordinary-electronic':
      return { code: `05000${year}00${batch}11`, number: random.digits(8), checkCode: random.digits(20) };
    case 'special-digital':
    case 'ordinary-digital':
      return { code: '', number: `${year}502${random.digits(15)}`, checkCode: '' };
  }
}

function split(random: Random, totalFen: number, parts: number): number[] {
  const weights = Array.from({ length: parts }, () => 0.45 + random.next() * 1.4);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.round((totalFen * weight) / sum / 100) * 100);
}

function linesOf(random: Random, purchase: Purchase, netFen: number, rate: number): InvoiceShape['lines'] {
  const parts = purchase.goods && netFen > 6_000_000 ? random.between(1, 3) : 1;
  const extras = [purchase.item, `${purchase.item}附件`, '安装调试'];
  const nets = split(random, netFen, parts);
  const first = netFen - nets.slice(1).reduce((a, b) => a + b, 0);
  return [first, ...nets.slice(1)].map((net, index) => ({
    item: extras[index] ?? purchase.item,
    netFen: net,
    taxRate: `${rate}%`,
    taxFen: Math.round((net * rate) / 100),
  }));
}

/** Invoices of a plan in the order of their dates; amounts come near the plan, tax is exact line by line. */
export function makeInvoices(plan: Plan): MadeInvoice[] {
  const random = createRandom(plan.seed);
  const made = Object.entries(plan.spending).flatMap(([category, { count, totalFen }]) => {
    const purchases = plan.purchases.filter((purchase) => purchase.category === category);
    return split(random, totalFen, count).map((gross, index): MadeInvoice => {
      const purchase = purchases[index % purchases.length];
      if (purchase === undefined) throw new Error(`no purchase of category ${category}`);
      const issuedOn = dayBetween(random, plan.first, plan.last);
      const rate = ratePercent(purchase.goods, issuedOn);
      const netFen = Math.round(gross / (1 + rate / 100) / 100) * 100;
      const lines = linesOf(random, purchase, netFen, rate);
      const taxFen = lines.reduce((sum, line) => sum + line.taxFen, 0);
      return {
        purchase,
        buyer: plan.buyer,
        invoice: {
          ...numbering(purchase.kind, issuedOn, random),
          kind: purchase.kind,
          issuedOn,
          netFen,
          taxFen,
          totalFen: netFen + taxFen,
          buyer: { name: plan.buyer.name, taxId: plan.buyer.code },
          seller: { name: purchase.seller.name, taxId: purchase.seller.code },
          lines,
          claimedFen: null,
          category,
          use: purchase.use,
          redLetterOf: null,
          voucher: `记-${issuedOn.slice(2, 4)}${issuedOn.slice(5, 7)}-${random.digits(3)}`,
          copies: [],
          note: '',
        },
      };
    });
  });
  return made.toSorted((a, b) => a.invoice.issuedOn.localeCompare(b.invoice.issuedOn));
}

/** The red-letter invoice that takes back all of a blue one, a few days later. */
export function redLetterOf({ invoice, ...rest }: MadeInvoice, issuedOn: string, seed: string): MadeInvoice {
  const random = createRandom(seed);
  return {
    ...rest,
    invoice: {
      ...invoice,
      ...numbering(invoice.kind, issuedOn, random),
      issuedOn,
      netFen: -invoice.netFen,
      taxFen: -invoice.taxFen,
      totalFen: -invoice.totalFen,
      lines: invoice.lines.map((line) => ({ ...line, netFen: -line.netFen, taxFen: -line.taxFen })),
      use: `${invoice.use}（退货冲红）`,
      redLetterOf: { code: invoice.code, number: invoice.number },
      voucher: `记-${issuedOn.slice(2, 4)}${issuedOn.slice(5, 7)}-${random.digits(3)}`,
      note: `冲销发票 ${invoice.number}`,
    },
  };
}

/** Sum of what the invoices add to the invested amount, in 分. */
export function claimedFen(invoices: readonly MadeInvoice[]): number {
  return invoices.reduce((sum, { invoice }) => sum + (invoice.claimedFen ?? invoice.totalFen), 0);
}

/** 元 as printed in an invoice's table. */
export function yuan(fen: number): string {
  return formatMoney(fen, 'yuan').replaceAll(',', '');
}
