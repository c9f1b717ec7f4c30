import { z } from 'zod';
import { defineOperation } from '../../process/operation.ts';
import { BoundRotation, BundleLayout } from './assembleInput.ts';

/** A file as it goes into one attempt: a PDF whose pages are copied, or a placeholder in its stead. */
export const MergeFile = z.object({
  id: z.string(),
  rotate: BoundRotation,
  /** By bound page. */
  stamps: z.array(z.string()),
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('pdf'), path: z.string(), omitPages: z.array(z.number().int()) }),
    z.object({
      kind: z.literal('placeholder'),
      title: z.string(),
      reason: z.string(),
      pages: z.number().int().min(0),
    }),
  ]),
});
export type MergeFile = z.infer<typeof MergeFile>;

export const MergeInput = BundleLayout.extend({
  basePath: z.string(),
  groups: z.array(
    z.object({ id: z.string(), title: z.string(), startOnRight: z.boolean(), files: z.array(MergeFile) }),
  ),
  out: z.string(),
});
export type MergeInput = z.infer<typeof MergeInput>;

const target = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
/** One bound page: which page of the file it shows, and where on A4. Indexes from 0. */
export const BoundPage = z.object({
  sourceIndex: z.number().int(),
  outIndex: z.number().int(),
  turn: z.number(),
  target,
});
export type BoundPage = z.infer<typeof BoundPage>;

export const MergedFile = z.object({
  id: z.string(),
  /** Pages the copied document has; 0 for a placeholder. */
  pagesFound: z.number().int(),
  pagesOut: z.number().int(),
  pages: z.array(BoundPage),
});
export type MergedFile = z.infer<typeof MergedFile>;

export const MergeOutput = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    files: z.array(MergedFile),
    /** Physical index (from 0) of each base page. */
    basePages: z.array(z.number().int()),
    bytes: z.number(),
    sha256: z.string(),
  }),
  /** Files that cannot be copied; all of them, so that one further attempt is enough. */
  z.object({ ok: z.literal(false), failed: z.array(z.object({ id: z.string(), detail: z.string() })) }),
  z.object({ ok: z.literal('base'), detail: z.string() }),
]);
export type MergeOutput = z.infer<typeof MergeOutput>;

/** Merges the base document and every file into one PDF. Progress names the file being worked on. */
export const mergeOperation = defineOperation({
  name: 'merge',
  input: MergeInput,
  progress: z.object({ fileId: z.string() }),
  output: MergeOutput,
});
