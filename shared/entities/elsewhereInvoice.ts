import { z } from 'zod';

/** An invoice of this draft that another draft on this workstation holds too (H8: never in two applications). */
export const ElsewhereInvoice = z.strictObject({
  /** What `invoiceIdentity` gives. */
  identity: z.string().min(1),
  /** The other draft as a person finds it. */
  draftName: z.string(),
  folder: z.string(),
  projectName: z.string(),
  /** Its row there, from 1. */
  row: z.number().int().min(1),
  /** The other draft's file is not where it was seen last: it may be deleted, or moved. */
  fileGone: z.boolean().default(false),
});
export type ElsewhereInvoice = z.infer<typeof ElsewhereInvoice>;
