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

/** What the start page needs to know about the program. */
export const AppInfo = z.strictObject({
  version: z.string(),
  calls: z.array(KnownCall),
});
export type AppInfo = z.infer<typeof AppInfo>;
