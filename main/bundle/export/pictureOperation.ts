import { z } from 'zod';
import { defineOperation } from '../../process/operation.ts';

/** A picture of the plan's text made ready for both writers: upright, sRGB, PNG or JPEG, no larger than print needs. */
export const pictureOperation = defineOperation({
  name: 'picture',
  input: z.object({ path: z.string() }),
  progress: z.null(),
  output: z.object({
    bytes: z.instanceof(Uint8Array),
    mime: z.enum(['image/png', 'image/jpeg']),
    widthPx: z.number().int().min(1),
    heightPx: z.number().int().min(1),
  }),
});
