import { z } from 'zod';

const Page = z.int().min(1);

/** One sheet side of the bundle, in order: a typeset page, or a page of an attached file. */
export const PreviewPage = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('typeset'),
    /** Page of `pdf`. */
    page: Page,
    printed: z.int().nullable(),
  }),
  z.strictObject({
    from: z.literal('attachment'),
    /** Attachment id, and the page of its file. */
    id: z.string(),
    page: Page,
    printed: z.int().nullable(),
  }),
  z.strictObject({ from: z.literal('blank'), printed: z.int().nullable() }),
]);
export type PreviewPage = z.infer<typeof PreviewPage>;

/** The bundle as it would print now. */
export const Preview = z.strictObject({
  /** The typeset pages. */
  pdf: z.instanceof(Uint8Array),
  pages: z.array(PreviewPage),
  /** Where things stand: anchor (form, plan.1.1, budget, invoice.ID, attachment.ID …) -> index into `pages`. */
  anchors: z.record(z.string(), z.int().min(0)),
  /** Places that bear a seal, as light marks: index into `pages`. */
  seals: z.array(z.strictObject({ page: z.int().min(0), seal: z.string(), where: z.string() })),
  warnings: z.array(z.string()),
  /** How long main took, for the benchmark. */
  milliseconds: z.number(),
});
export type Preview = z.infer<typeof Preview>;
