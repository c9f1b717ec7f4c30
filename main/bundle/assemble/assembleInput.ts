import { z } from 'zod';
import { FileProblem, SniffedType } from '../../../shared/entities/attachment.ts';

export const BoundRotation = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type BoundRotation = z.infer<typeof BoundRotation>;

/** One attachment to bind; paths are absolute. */
export const AssembleFile = z.object({
  id: z.string().min(1),
  path: z.string(),
  /** For the outline and for a placeholder page. */
  title: z.string(),
  sniffedType: SniffedType,
  /** Printed small in the foot of its bound pages, e.g. 投资明细表第 12 行; pages beyond the list bear its last. */
  stamps: z.array(z.string()).default([]),
  /** Clockwise turn the user asked for. */
  rotate: BoundRotation.default(0),
  /** 1-based pages left out on purpose. */
  omitPages: z.array(z.number().int().min(1)).default([]),
  /** Pages the printed 目录 reckons with: a placeholder is repeated to fill them, so numbers stay right. */
  plannedPages: z.number().int().min(0).optional(),
  /** Why whoever looked into the file before held that it cannot be bound; told when it indeed cannot. */
  knownProblem: FileProblem.optional(),
});
export type AssembleFile = z.input<typeof AssembleFile>;

export const AssembleGroup = z.object({
  id: z.string().min(1),
  title: z.string(),
  startOnRight: z.boolean(),
  files: z.array(AssembleFile),
});
export type AssembleGroup = z.input<typeof AssembleGroup>;

const level = z.number().int().min(1).max(8);
/** A bookmark: at a page of the base document (0-based index), at a divider page or at a file. */
export const OutlineEntry = z.union([
  z.object({ title: z.string(), level, page: z.number().int().min(0) }),
  z.object({ title: z.string(), level, groupId: z.string() }),
  z.object({ title: z.string(), level, fileId: z.string() }),
]);
export type OutlineEntry = z.infer<typeof OutlineEntry>;

export const BundleMetadata = z.object({
  title: z.string(),
  author: z.string().default(''),
  subject: z.string().default(''),
  keywords: z.array(z.string()).default([]),
  /** ISO time written as creation date; left out (and the file reproducible) unless given. */
  createdAt: z.string().optional(),
});
export type BundleMetadata = z.input<typeof BundleMetadata>;

/** What is the same for every attempt at the bundle. */
export const BundleLayout = z.object({
  /** Base pages before the first divider page, front pages included. */
  bodyPages: z.number().int().min(0),
  /** Unnumbered pages (cover, 目录) at the start of the base. */
  frontPages: z.number().int().min(0),
  outline: z.array(OutlineEntry),
  stamps: z.object({
    /** TrueType font with the glyphs of every stamp; subset and embedded. */
    fontPath: z.string().min(1),
    /** `— 1 —` in the foot of attachment pages, odd right, even left. */
    pageNumbers: z.boolean().default(true),
    sizePt: z.number().min(6).max(24).default(14),
  }),
  duplex: z.boolean(),
  watermark: z.literal('草稿').nullable(),
  metadata: BundleMetadata,
});

/** Everything the assembler takes; `base` is the typeset PDF: body pages, then one divider page a group. */
export const AssembleInput = BundleLayout.extend({
  base: z.union([z.string().min(1), z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array)]),
  groups: z.array(AssembleGroup),
  /** Reduces photos that would be printed much finer (dpi); null keeps every pixel. */
  photoDpi: z.number().min(100).nullable().default(null),
  /** Compares every bound page with its source; only benchmarks of the merge alone switch it off. */
  guard: z.boolean().default(true),
  out: z.string().min(1),
});
export type AssembleInput = z.input<typeof AssembleInput>;
export type ParsedAssembleInput = z.output<typeof AssembleInput>;
