import { holdsFund } from '../../entities/fundOfItinerary.ts';
import type { Invoice, InvoiceLine } from '../../entities/invoice.ts';
import type { Fen } from '../../entities/money.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';
import { comparedYuan, yuan } from './yuan.ts';

/** What does not add up on an invoice. */
interface Gap {
  readonly what: string;
  readonly column: string;
  readonly left: Fen;
  readonly right: Fen;
  /** The tax of a line by its rate is common practice, not law that was checked: a warning at most. */
  readonly soft: boolean;
}

const TOLERANCE: Fen = 1;

/**
 * Total = net + tax (a difference of 1 分 is rounding; the total of an air itinerary may be more, by 民航发展基金
 * and other taxes), head = sum of the lines, tax of a line = net × rate. Untaxed lines (免税, 不征税, ***) and
 * 差额征税 follow no rate and are left out.
 */
export function invoiceArithmetic(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'invoices');
  if (row === null) return null;
  const invoice = row.value;
  if (invoice.totalFen === null && (invoice.netFen === null || invoice.taxFen === null)) {
    return unknown([`${row.name}的价税合计`], { column: 'totalFen' });
  }
  const gaps: Gap[] = [];
  addHeadGaps(invoice, gaps);
  addLineGaps(invoice, gaps);
  const [first] = gaps;
  if (first === undefined) return met();
  const sentences = gaps.map(
    ({ what, left, right }) =>
      `${what}（${yuan(left)} 与 ${yuan(right)}，相差 ${yuan(Math.abs(left - right))}）`,
  );
  return unmet({
    compared: comparedYuan(first.left, first.right),
    names: sentences,
    detail: sentences.join('；'),
    column: first.column,
    atMost: gaps.every((gap) => gap.soft) ? 'warning' : null,
  });
}

function addHeadGaps({ kind, netFen, taxFen, totalFen, lines }: Invoice, gaps: Gap[]): void {
  const compare = (what: string, at: string, left: Fen | null, right: Fen | null) => {
    if (left === null || right === null || Math.abs(left - right) <= TOLERANCE) return;
    gaps.push({ what, column: at, left, right, soft: false });
  };
  const both = netFen === null || taxFen === null ? null : netFen + taxFen;
  const withFund = kind === 'air' && both !== null && totalFen !== null && holdsFund(both, totalFen);
  if (!withFund) compare('价税合计应等于不含税金额加税额', 'totalFen', totalFen, both);
  compare('不含税金额应等于各行之和', 'netFen', netFen, column(lines, 'netFen'));
  compare('税额应等于各行之和', 'taxFen', taxFen, column(lines, 'taxFen'));
}

/** Sum of a column of the lines; null when there are no lines or one does not tell. */
function column(lines: readonly InvoiceLine[], name: 'netFen' | 'taxFen'): Fen | null {
  let sum = 0;
  for (const line of lines) {
    const fen =
      line[name] ?? (name === 'taxFen' && line.taxRate !== '' && rateOf(line.taxRate) === null ? 0 : null);
    if (fen === null) return null;
    sum += fen;
  }
  return lines.length === 0 ? null : sum;
}

function addLineGaps({ lines, note }: Invoice, gaps: Gap[]): void {
  if (/差额征税|差额开票/.test(note) || lines.some((line) => line.item.includes('差额征税'))) return;
  for (const [index, line] of lines.entries()) {
    const rate = rateOf(line.taxRate);
    if (rate === null || line.netFen === null || line.taxFen === null) continue;
    // The rate is in hundredths of a percent, so that 13% of whole 分 stays whole arithmetic.
    const expected = Math.round((line.netFen * rate) / 10_000);
    if (Math.abs(line.taxFen - expected) <= TOLERANCE) continue;
    const what = `第 ${index + 1} 行的税额应等于金额乘以税率 ${line.taxRate}`;
    gaps.push({ what, column: 'lines', left: line.taxFen, right: expected, soft: true });
  }
}

const RATE = /^(\d{1,2}(?:\.\d{1,2})?)%$/;

/** A printed rate in hundredths of a percent: "13%" is 1300; null for 免税, 不征税, ***. */
function rateOf(text: string): number | null {
  const match = RATE.exec(text) ?? RATE.exec(text.normalize('NFKC').trim());
  return match === null ? null : Math.round(Number(match[1]) * 100);
}
