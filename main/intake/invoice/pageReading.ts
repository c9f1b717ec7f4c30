import type { FieldReading } from '../../../shared/entities/invoiceReading.ts';
import type { PageCode } from './qrOnPage.ts';
import type { PageInvoice } from './text/readPageText.ts';

/** What the words on a part of a page tell of one invoice; places are fractions of the page as it is shown. */
export type TextReading = Omit<PageInvoice, 'fields'> & { readonly fields: readonly FieldReading[] };

/** All that was found on one page of a file. */
export type PageReading = {
  /** From 1. */
  readonly page: number;
  readonly texts: readonly TextReading[];
  readonly codes: readonly PageCode[];
  /** Quarter turns clockwise by which the page stands, as words or codes show; null when nothing shows it. */
  readonly turned: 0 | 1 | 2 | 3 | null;
};
