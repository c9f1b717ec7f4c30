import type { InvoiceKind } from '../../../../shared/entities/invoice.ts';
import type { Layout } from '../../words/layOut.ts';
import { type Box, plain } from '../../words/segment.ts';
import { kindOfTitle } from '../kindOfTitle.ts';

/** What a page is headed, and where. */
export type Title = { readonly kind: InvoiceKind; readonly box: Box };

/** A heading is a short line of its own; a sentence that names an invoice is longer, or has stops in it. */
const LONGEST = 26;
/** Papers about invoices are headed by their name too: 增值税专用发票遗失说明. */
const ABOUT = /说明|申请|清单|遗失|承诺|证明|台账|汇总|明细|登记|合同|附件/;

/** Headings of invoices on a page, from the top. */
export function titlesOf(layout: Layout): Title[] {
  return layout.segments.flatMap((segment) => {
    const text = plain(segment.text);
    if (text.length > LONGEST || /[,。;、"”]/.test(text) || ABOUT.test(text)) return [];
    const kind = kindOfTitle(text);
    return kind === null ? [] : [{ kind, box: segment }];
  });
}
