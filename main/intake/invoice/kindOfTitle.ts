import type { InvoiceKind } from '../../../shared/entities/invoice.ts';

/** Titles of invoices, the longer ones first where one holds another. */
const TITLES: readonly (readonly [RegExp, InvoiceKind])[] = [
  [/航空运输电子客票行程单/, 'air'],
  [/铁路电子客票/, 'rail'],
  [/机动车销售(统一)?发票/, 'vehicle'],
  [/通行费.{0,6}发票|发票.{0,4}通行费/, 'toll'],
  [/电子发票\(增值税专用发票\)/, 'special-digital'],
  [/电子发票\(普通发票\)/, 'ordinary-digital'],
  [/增值税电子专用发票/, 'special-electronic'],
  [/增值税电子普通发票/, 'ordinary-electronic'],
  [/增值税普通发票\(卷票\)/, 'roll'],
  [/增值税专用发票/, 'special-paper'],
  [/增值税普通发票/, 'ordinary-paper'],
];
/** A title is a title alone; what is longer speaks about an invoice. */
const LONGEST = 40;

/** The kind of invoice a page's title names; null for what is no title of an invoice. */
export function kindOfTitle(text: string): InvoiceKind | null {
  const title = text.normalize('NFKC').replace(/\s/g, '');
  if (title.length > LONGEST) return null;
  return TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? null;
}
