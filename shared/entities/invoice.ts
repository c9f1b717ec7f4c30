import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { Fen } from './money.ts';

/** Kinds of invoice a Chinese company holds; `unknown` until a person or a reader said. */
export const InvoiceKind = z.enum([
  'special-paper', // 增值税专用发票
  'ordinary-paper', // 增值税普通发票
  'special-electronic', // 增值税电子专用发票
  'ordinary-electronic', // 增值税电子普通发票
  'special-digital', // 数电票（专用）
  'ordinary-digital', // 数电票（普通）
  'rail', // 铁路电子客票
  'air', // 航空行程单
  'toll', // 通行费
  'roll', // 卷式
  'vehicle', // 机动车
  'fiscal', // 财政票据
  'other',
  'unknown',
]);
export type InvoiceKind = z.infer<typeof InvoiceKind>;

export const InvoiceParty = z.strictObject({
  name: z.string().default(''),
  /** 纳税人识别号 / 统一社会信用代码, as printed. */
  taxId: z.string().default(''),
});
export type InvoiceParty = z.infer<typeof InvoiceParty>;

export const InvoiceLine = z.strictObject({
  item: z.string().default(''),
  netFen: Fen.nullable().default(null),
  /** As printed: "13%", "免税", "不征税", "***". */
  taxRate: z.string().default(''),
  taxFen: Fen.nullable().default(null),
});
export type InvoiceLine = z.infer<typeof InvoiceLine>;

/**
 * One row of the 已完成投资明细表 (F5.2): an invoice, and what of it this project claims.
 * Every number of a document is text: 20 digits do not survive as a number.
 */
export const Invoice = z.strictObject({
  id: z.string().min(1),
  kind: InvoiceKind.default('unknown'),
  /** 发票代码, 10 or 12 digits; empty for 数电票. */
  code: z.string().default(''),
  /** 发票号码, 8 digits, or 20 for 数电票. */
  number: z.string().default(''),
  issuedOn: IsoDate.nullable().default(null),
  netFen: Fen.nullable().default(null),
  taxFen: Fen.nullable().default(null),
  totalFen: Fen.nullable().default(null),
  checkCode: z.string().default(''),
  buyer: InvoiceParty.prefault({}),
  seller: InvoiceParty.prefault({}),
  lines: z.array(InvoiceLine).default([]),
  /** The part of the invoice claimed for the project; null claims all of it on the draft's amount basis. */
  claimedFen: Fen.nullable().default(null),
  /** Investment category id of the call (B6). */
  category: z.string().default(''),
  /** 用途 */
  use: z.string().default(''),
  /** For a red-letter invoice: the blue one it takes back. */
  redLetterOf: z
    .strictObject({ code: z.string().default(''), number: z.string() })
    .nullable()
    .default(null),
  /** Accounting voucher, for the double-count check against the R&D ledger. */
  voucher: z.string().default(''),
  /** Ids of attachments that are copies of this invoice. */
  copies: z.array(z.string()).default([]),
  note: z.string().default(''),
});
export type Invoice = z.infer<typeof Invoice>;

/** Whether the 含税 or the 不含税 amount counts as investment; the notice does not say, the draft chooses. */
export const AmountBasis = z.enum(['gross', 'net']);
export type AmountBasis = z.infer<typeof AmountBasis>;

/** The amount of an invoice on a basis; null when the invoice does not carry it. */
export function invoiceAmountFen(invoice: Invoice, basis: AmountBasis): Fen | null {
  return basis === 'gross' ? invoice.totalFen : invoice.netFen;
}

/** What an invoice adds to the invested sum: its claimed part, else all of it on the basis; null when unknown. */
export function claimedAmountFen(invoice: Invoice, basis: AmountBasis): Fen | null {
  return invoice.claimedFen ?? invoiceAmountFen(invoice, basis);
}
