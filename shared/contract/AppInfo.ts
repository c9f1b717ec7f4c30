import { z } from 'zod';
import { IsoDate } from '../entities/dates.ts';

/** A call the program knows, as the start page shows it. */
export const KnownCall = z.strictObject({
  id: z.string(),
  revision: z.int().min(1),
  /** Number of the notice, as its issuer writes it */
  number: z.string(),
  name: z.string(),
  issuer: z.string(),
  issuedOn: IsoDate,
  deadline: IsoDate,
});
export type KnownCall = z.infer<typeof KnownCall>;

/** A sample application that can be opened to explore. */
export const Sample = z.strictObject({ id: z.string(), title: z.string() });
export type Sample = z.infer<typeof Sample>;

/** What the start page needs to know about the program. */
export const AppInfo = z.strictObject({
  version: z.string(),
  /** For the names of keys (Ctrl or Cmd). */
  platform: z.enum(['windows', 'mac', 'linux']),
  calls: z.array(KnownCall),
  samples: z.array(Sample),
});
export type AppInfo = z.infer<typeof AppInfo>;
