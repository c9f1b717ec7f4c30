import { z } from 'zod';
import { FileProblem } from './attachment.ts';
import { ReadInvoice } from './invoiceReading.ts';
import { LedgerProject } from './ledger.ts';
import { LedgerSummaryRow, TableReading } from './tableReading.ts';

/** What the readers made of one file, whatever it is; a file that tells nothing has empty lists. */
export const FileReading = z.strictObject({
  /** Invoices on its pages, or rows of an invoice list. */
  invoices: z.array(ReadInvoice).default([]),
  /** Sheets that look like an invoice list or an R&D ledger, understood or not. */
  tables: z.array(TableReading).default([]),
  /** Sheets whose heads are none of those: nobody is asked about them, but a person may say what they hold. */
  unrecognised: z.array(TableReading).default([]),
  /** Sub-ledgers, one a sheet; ids are the reader's own and are made anew when they are taken in. */
  ledger: z.array(LedgerProject).default([]),
  summary: z.array(LedgerSummaryRow).default([]),
  /** Why something could not be read, in words for a person. */
  problems: z.array(FileProblem).default([]),
});
export type FileReading = z.infer<typeof FileReading>;

export const NOTHING_READ: FileReading = {
  invoices: [],
  tables: [],
  unrecognised: [],
  ledger: [],
  summary: [],
  problems: [],
};

/** What the readers made of a file that is in the draft. */
export const AttachmentReading = z.strictObject({
  /** Id of the attachment. */
  attachment: z.string().min(1),
  reading: FileReading,
});
export type AttachmentReading = z.infer<typeof AttachmentReading>;
