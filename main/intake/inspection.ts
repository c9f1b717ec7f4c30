import { z } from 'zod';
import { FileProblem, SniffedType } from '../../shared/entities/attachment.ts';

const SizeMm = z.object({ width: z.number(), height: z.number() });

/** What looking into a PDF or picture file gives. */
export const PageFacts = z.object({
  /** Null when the file could not be opened. */
  pages: z.number().int().nullable(),
  /** Size of every page as it is shown, in millimetres. */
  pageSizesMm: z.array(SizeMm),
  encrypted: z.boolean(),
  /** 1-based. */
  blankPages: z.array(z.number().int()),
  /** Least effective resolution of the page-filling pictures once bound on A4; null for vector pages. */
  dpi: z.number().nullable(),
  /** Pages with colour; null when nothing was rendered. */
  colourPages: z.number().int().nullable(),
  problems: z.array(FileProblem),
});
export type PageFacts = z.infer<typeof PageFacts>;

/** Everything the intake knows about a file. `ok` is false when it cannot be bound as it is. */
export const Inspection = PageFacts.extend({
  ok: z.boolean(),
  path: z.string(),
  sniffedType: SniffedType,
  /** Empty when the file could not be read. */
  sha256: z.string(),
  bytes: z.number(),
});
export type Inspection = z.infer<typeof Inspection>;

/** Facts of a file of which nothing is known. */
export const NO_FACTS: PageFacts = {
  pages: null,
  pageSizesMm: [],
  encrypted: false,
  blankPages: [],
  dpi: null,
  colourPages: null,
  problems: [],
};
