import { z } from 'zod';
import { defineOperation } from '../../process/operation.ts';

/** Why there is no picture of a page; each has words of its own in `placeholderPicture`. */
export const NoPicture = z.enum(['encrypted', 'damaged', 'too-large', 'no-such-page', 'no-pages']);
export type NoPicture = z.infer<typeof NoPicture>;

/** Draws one page of a file (1-based) as a picture of a width in pixels, as it would be bound unturned. */
export const drawPageOperation = defineOperation({
  name: 'drawPage',
  input: z.object({ path: z.string(), page: z.int().min(1), width: z.int().min(1).max(2400) }),
  progress: z.never(),
  output: z.discriminatedUnion('ok', [
    z.object({
      ok: z.literal(true),
      type: z.enum(['image/jpeg', 'image/png']),
      bytes: z.instanceof(Uint8Array),
    }),
    z.object({ ok: z.literal(false), why: NoPicture }),
  ]),
});
export type DrawnPage = z.infer<typeof drawPageOperation.output>;
