import { z } from 'zod';
import { FileProblem } from './attachment.ts';
import { InvoiceLine } from './invoice.ts';
import { Fen } from './money.ts';

/** Where in a file a value was found (domain.md section 1), most trustworthy first. */
export const ReadingSource = z.enum([
  'xml', // 数电票 XML
  'xbrl', // the XBRL dialect, air itineraries included
  'ofd-original-invoice', // Attachs/original_invoice.xml
  'ofd-custom-data', // OFD.xml CustomData
  'ofd-tags', // Tags/CustomTag.xml pointing at text objects
  'pdf-metadata', // keys of the PDF's information dictionary or embedded XML
  'qr', // the QR code on the page
  'pdf-text', // text by its place on the page
  'ofd-text', // text objects of an OFD page by their place
  'sheet', // a row of a spreadsheet
]);
export type ReadingSource = z.infer<typeof ReadingSource>;

/**
 * How far a single value can be believed. `certain` may only be said of what cannot be misread: structured data,
 * a decoded QR code, or text that a second source agrees with. `doubtful` is a guess a person must look at.
 */
export const Confidence = z.enum(['certain', 'likely', 'doubtful']);
export type Confidence = z.infer<typeof Confidence>;

/** Fields that stand on the invoice itself. The others (用途, 投资类别 …) are the draft's own decisions. */
export const InvoiceFact = z.enum([
  'kind',
  'code',
  'number',
  'issuedOn',
  'netFen',
  'taxFen',
  'totalFen',
  'checkCode',
  'buyer.name',
  'buyer.taxId',
  'seller.name',
  'seller.taxId',
  'redLetterOf.code',
  'redLetterOf.number',
]);

/** Fields of an invoice a file can tell. `category` is a label in the file's words, not yet an id of the call. */
export const InvoiceFieldName = z.enum([
  ...InvoiceFact.options,
  'claimedFen',
  'category',
  'use',
  'voucher',
  'note',
]);
export type InvoiceFieldName = z.infer<typeof InvoiceFieldName>;

/** A fraction of the page's width or height, from its top left corner. */
const Fraction = z.number().min(0).max(1);

/** Where a value stands: a rectangle on a page as it is shown (not turned by the user), or a cell of a sheet. */
export const ReadingPlace = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('page'),
    page: z.number().int().min(1),
    left: Fraction,
    top: Fraction,
    width: Fraction,
    height: Fraction,
  }),
  z.strictObject({
    on: z.literal('cell'),
    sheet: z.string(),
    /** As a spreadsheet names it: `C12`. */
    cell: z.string(),
  }),
]);
export type ReadingPlace = z.infer<typeof ReadingPlace>;

/** One value as one source told it. Money is integer 分, a date ISO text, a kind an `InvoiceKind`, all else text. */
export const FieldReading = z.strictObject({
  field: InvoiceFieldName,
  value: z.union([z.string(), Fen]),
  source: ReadingSource,
  confidence: Confidence,
  place: ReadingPlace.nullable().default(null),
});
export type FieldReading = z.infer<typeof FieldReading>;

/**
 * One invoice as a reader found it in a file: every value of every source side by side. Readers never choose between
 * sources; `settleFields` (shared/evidence) does, and says where they contradict each other.
 */
export const ReadInvoice = z.strictObject({
  /** Pages of the file it stands on, from 1, continuation pages included; empty for files without pages. */
  pages: z.array(z.number().int().min(1)).default([]),
  fields: z.array(FieldReading).default([]),
  lines: z.array(InvoiceLine).default([]),
  /** What could not be read of it, in words for a person. */
  problems: z.array(FileProblem).default([]),
});
export type ReadInvoice = z.infer<typeof ReadInvoice>;

/** A reading as the draft keeps it: bound to the file it came from and the row it tells of. */
export const InvoiceReading = ReadInvoice.extend({
  id: z.string().min(1),
  /** Id of the attachment that was read. */
  attachment: z.string().min(1),
  /** Id of the invoice row; null while the reading belongs to none (no number could be read). */
  invoice: z.string().nullable().default(null),
  /** A person looked at the page and the row and found them right. */
  confirmed: z.boolean().default(false),
});
export type InvoiceReading = z.infer<typeof InvoiceReading>;
