import type { InvoiceKind } from '../../../shared/entities/invoice.ts';
import { kindOfWords } from './kindOfWords.ts';

/** Titles that pages of invoices bear; words alone (航空, 卷) also stand in the names of goods. */
const TITLE =
  /增值税(电子)?(专用|普通)发票|电子发票\(.{2,12}\)|铁路电子客票|航空运输电子客票行程单|机动车销售(统一)?发票/;
/** What is longer speaks about an invoice. */
const LONGEST = 40;

/** The kind of invoice a page's title names; null for what is no title of an invoice. */
export function kindOfTitle(text: string): InvoiceKind | null {
  if (text.length > 2 * LONGEST) return null;
  const title = text.normalize('NFKC').replace(/\s/g, '');
  return title.length <= LONGEST && TITLE.test(title) ? kindOfWords(title) : null;
}
