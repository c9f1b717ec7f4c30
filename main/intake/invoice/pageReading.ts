import type { InvoiceLine } from '../../../shared/entities/invoice.ts';
import type { FieldReading } from '../../../shared/entities/invoiceReading.ts';
import type { PageCode } from './qrOnPage.ts';

/** What the words on a part of a page tell of one invoice; places are fractions of the page as it is shown. */
export type TextReading = {
  readonly fields: readonly FieldReading[];
  readonly lines: readonly InvoiceLine[];
  readonly sheet: { readonly number: number; readonly of: number } | null;
  readonly sound: boolean;
  /** Headed as an invoice, whether or not its number is printed as text. */
  readonly headed: boolean;
  /** Part of the page's height, 0 to 1. */
  readonly top: number;
  readonly bottom: number;
};

/** All that was found on one page of a file. */
export type PageReading = {
  /** From 1. */
  readonly page: number;
  readonly texts: readonly TextReading[];
  readonly codes: readonly PageCode[];
  /** Quarter turns clockwise by which the page stands, as words or codes show; null when nothing shows it. */
  readonly turned: 0 | 1 | 2 | 3 | null;
};
