import { z } from 'zod';

/** An indicator of the applicant's own besides those the form names (E9). */
export const OwnIndicator = z.strictObject({
  id: z.string().min(1),
  name: z.string().default(''),
  /** As it is to be printed, number and unit: "30%", "12 台". */
  value: z.string().default(''),
});
export type OwnIndicator = z.infer<typeof OwnIndicator>;
