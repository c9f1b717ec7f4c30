import { z } from 'zod';

const Page = z.int().min(1);
const Index = z.int().min(0);

/** One sheet side of the bundle, in order. `printed` is the number in its foot; null where none is printed. */
export const PreviewPage = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('typeset'),
    /** Page of `pdf`. */
    page: Page,
    printed: z.int().nullable(),
  }),
  z.strictObject({
    from: z.literal('attachment'),
    /** Attachment id, and the page of its file (of all its pages, those left out too). */
    id: z.string(),
    page: Page,
    printed: z.int().nullable(),
    /** What is stamped beside the number: 投资明细表第 12 行. Empty for nothing. */
    stamp: z.string(),
  }),
  /** Stands for a file whose pages cannot be counted: the bundle has a page there that says so. */
  z.strictObject({ from: z.literal('unreadable'), id: z.string(), printed: z.int().nullable() }),
  z.strictObject({ from: z.literal('blank'), printed: z.null() }),
]);
export type PreviewPage = z.infer<typeof PreviewPage>;

/** A seal the bundle will bear: on each page from `first` to `last`, or across the edge of all when they are null. */
export const PreviewSeal = z.strictObject({
  seal: z.string(),
  where: z.string(),
  first: Index.nullable(),
  last: Index.nullable(),
});
export type PreviewSeal = z.infer<typeof PreviewSeal>;

/** The bundle as it would print now. */
export const Preview = z.strictObject({
  /** The typeset pages. */
  pdf: z.instanceof(Uint8Array),
  pages: z.array(PreviewPage),
  /** Where things stand: anchor (form, plan.1.1, budget, invoice.ID, attachment.ID …) -> index into `pages`. */
  anchors: z.record(z.string(), Index),
  /** Headings by anchor, in the order of the bundle: what bookmarks will say. */
  outline: z.array(z.strictObject({ title: z.string(), level: z.int().min(1), page: Index })),
  seals: z.array(PreviewSeal),
  /** Printed on both sides: odd pages lie on the right. */
  duplex: z.boolean(),
  /** Sheets of paper, and the spine they make, mm. */
  sheets: z.int().min(0),
  spineMm: z.number(),
  spineText: z.string(),
  warnings: z.array(z.string()),
  /** How long main took, for the benchmark. */
  milliseconds: z.number(),
});
export type Preview = z.infer<typeof Preview>;
