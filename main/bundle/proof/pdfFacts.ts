import { z } from 'zod';

const page = z.number().int().min(1);

/** What the proof found in a PDF by reading it again. Pages are physical and count from 1. */
export const PdfFacts = z.strictObject({
  pages: z.array(
    z.strictObject({
      /** As shown, turned by /Rotate, in points. */
      width: z.number(),
      height: z.number(),
      /** False when its content is damaged; then it has no text. */
      readable: z.boolean(),
      /** Pieces of text in the order they are drawn, made comparable, with seams between them. */
      text: z.string(),
      /** The number in the page's foot; null when there is none. */
      printed: z.number().int().nullable(),
      /** Text large and light enough for a mark across the page. */
      large: z.array(z.string()),
      links: z.array(
        z.strictObject({
          /** Page it leads to; null when it leads nowhere. */
          target: page.nullable(),
          /** The text it lies upon, comparable. */
          text: z.string(),
        }),
      ),
    }),
  ),
  /** Bookmarks, outermost first and in order; `page` is null when one leads nowhere. */
  outline: z.array(
    z.strictObject({ title: z.string(), level: z.number().int().min(1), page: page.nullable() }),
  ),
  fonts: z.array(
    z.strictObject({ name: z.string(), embedded: z.boolean(), subset: z.boolean(), pages: z.array(page) }),
  ),
});
export type PdfFacts = z.infer<typeof PdfFacts>;
