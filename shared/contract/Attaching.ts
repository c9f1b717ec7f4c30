import { z } from 'zod';
import { Attachment, FileProblem } from '../entities/attachment.ts';
import { AttachmentReading } from '../entities/fileReading.ts';

/** What became of files handed over: rows are in the draft already (saved); the window takes them as they are. */
export const AttachingReport = z.strictObject({
  /** Rows added, in order; the window shows them without saving them again. */
  added: z.array(Attachment),
  /** Files that did not come in, each with the reason. */
  refused: z.array(z.strictObject({ name: z.string(), problems: z.array(FileProblem) })),
  /** Files that are here already, by name, and the row that holds them. */
  already: z.array(z.strictObject({ name: z.string(), id: z.string() })),
  /** Ids of added rows whose kind nothing told: they stand under the call's most general one. */
  guessed: z.array(z.string()),
  /** What the added files tell of invoices and ledgers; it becomes rows by an edit of the window, which can be undone. */
  readings: z.array(AttachmentReading),
  /** When the disk acknowledged the rows, ISO text; null when none was added. */
  savedAt: z.string().nullable(),
});
export type AttachingReport = z.infer<typeof AttachingReport>;
