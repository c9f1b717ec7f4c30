import type { InvoiceKind } from '../../../../shared/entities/invoice.ts';
import type { Layout } from '../../words/layOut.ts';
import { type Box, plain } from '../../words/segment.ts';

/** What a page is headed, and where. `exact` is false for words that several kinds share. */
export type Title = { readonly kind: InvoiceKind; readonly box: Box };

const TITLES: readonly (readonly [RegExp, InvoiceKind])[] = [
  [/铁路电子客票/, 'rail'],
  [/航空运输电子客票行程单/, 'air'],
  [/机动车销售统一发票|二手车销售统一发票/, 'vehicle'],
  [/电子发票\((增值税)?专用发票\)/, 'special-digital'],
  [/电子发票\((增值税)?普通发票\)/, 'ordinary-digital'],
  [/增值税电子专用发票/, 'special-electronic'],
  [/增值税电子普通发票/, 'ordinary-electronic'],
  [/增值税普通发票\(卷(票|式)\)/, 'roll'],
  [/增值税专用发票/, 'special-paper'],
  [/增值税普通发票/, 'ordinary-paper'],
];

/** A heading is a short line of its own; a sentence that names an invoice is longer or goes on around it. */
const LONGEST = 26;

/** Headings of invoices on a page, from the top. */
export function titlesOf(layout: Layout): Title[] {
  return layout.segments.flatMap((segment) => {
    const text = plain(segment.text);
    if (text.length > LONGEST || /[,。;、"”]/.test(text)) return [];
    const found = TITLES.find(([pattern]) => pattern.test(text));
    return found === undefined ? [] : [{ kind: found[1], box: segment }];
  });
}
