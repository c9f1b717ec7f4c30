import { z } from 'zod';
import { Call } from '../calls/schema/call.ts';
import { Application } from '../entities/application.ts';

/** Something the user is told about the draft that was opened; it is open all the same. */
export const OpeningNotice = z.strictObject({
  code: z.enum(['opened-elsewhere', 'read-only-place', 'migrated', 'salvaged', 'window-restarted']),
  message: z.string(),
});
export type OpeningNotice = z.infer<typeof OpeningNotice>;

/** A draft as the window works on it: no path crosses, only names to show. */
export const OpenedDraft = z.strictObject({
  /** New with every opening: saves name it, so that none goes into a draft opened since. */
  session: z.string(),
  /** File name with ending. */
  name: z.string(),
  /** Folder as a person reads it; never sent back. */
  folder: z.string(),
  readOnly: z.boolean(),
  /** A copy of a sample, to explore. */
  sample: z.boolean(),
  /** ISO instant of the last change on the disk; null for a draft never changed. */
  savedAt: z.string().nullable(),
  notices: z.array(OpeningNotice),
  call: Call,
  application: Application,
});
export type OpenedDraft = z.infer<typeof OpenedDraft>;

/** What stands on the start page about a draft opened before. */
export const RecentDraft = z.strictObject({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  /** The file is where it was. */
  present: z.boolean(),
  callName: z.string(),
  /** Empty while the project has none. */
  projectName: z.string(),
  deadline: z.string(),
  savedAt: z.string().nullable(),
  /** Sections finished, and all sections. */
  done: z.int().min(0),
  total: z.int().min(0),
  openErrors: z.int().min(0),
});
export type RecentDraft = z.infer<typeof RecentDraft>;

/** A kept snapshot of the draft. */
export const DraftVersion = z.strictObject({
  id: z.int(),
  kind: z.enum(['named', 'automatic']),
  name: z.string(),
  at: z.string(),
  who: z.string(),
});
export type DraftVersion = z.infer<typeof DraftVersion>;
