import { z } from 'zod';

/** What main tells the window unasked. */
export const events = {
  /** An item of the native menu was chosen; the window's command registry knows what to do. */
  'menu:command': z.strictObject({ command: z.string() }),
  /** A file was opened by double click, argument or a second start: save, then ask `draft:openRequested`. */
  'draft:openRequested': z.strictObject({ name: z.string() }),
  /** The window is about to close: save what is not saved, then send `draft:flushed`. */
  'window:closing': z.strictObject({}),
  /** 0 of 0 while folders and archives are gone through: how many files they hold is not known yet. */
  'attachments:progress': z.strictObject({ done: z.int(), total: z.int(), file: z.string() }),
  'export:progress': z.strictObject({
    stage: z.enum(['files', 'typeset', 'bind', 'word', 'proof', 'sheet']),
    message: z.string(),
  }),
} as const;

export type EventName = keyof typeof events;
export type EventValue<Name extends EventName> = z.output<(typeof events)[Name]>;
