import { z } from 'zod';
import { FileProblem } from '../../../shared/entities/attachment.ts';
import { defineOperation } from '../../process/operation.ts';
import { BoundRotation } from './assembleInput.ts';
import { BoundPage } from './mergeOperation.ts';

const Page = z.object({ page: z.number().int() });

/** A PDF made in the stead of a file, or why there is none. */
export const Converted = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), pages: z.number().int(), problems: z.array(FileProblem) }),
  z.object({ ok: z.literal(false), problem: FileProblem }),
]);
export type Converted = z.infer<typeof Converted>;

/** A picture (or a TIFF of several) as a PDF with a page for each. */
export const imageOperation = defineOperation({
  name: 'image',
  input: z.object({
    path: z.string(),
    out: z.string(),
    /** Pictures that would be printed much finer are reduced to it; null keeps every pixel. */
    maxDpi: z.number().min(100).nullable(),
  }),
  progress: Page,
  output: Converted,
});

/** An OFD drawn as a PDF. */
export const ofdOperation = defineOperation({
  name: 'ofd',
  input: z.object({ path: z.string(), out: z.string() }),
  progress: Page,
  output: Converted,
});

const Redo = z.object({ path: z.string(), out: z.string(), rotate: BoundRotation });

/** The file read and written anew by PDFium, annotations and form fields painted into the pages. */
export const importOperation = defineOperation({
  name: 'import',
  input: Redo,
  progress: Page,
  output: Converted,
});

/** Every page as a picture of 200 dpi at the size it is bound with. */
export const rasterOperation = defineOperation({
  name: 'raster',
  input: Redo,
  progress: Page,
  output: Converted,
});

/** Compares bound pages with the pages of the file they come from. */
export const guardOperation = defineOperation({
  name: 'guard',
  input: z.object({
    /** The written bundle. */
    bundlePath: z.string(),
    /** Tells one attempt at the bundle from the next at the same path. */
    bundleStamp: z.string(),
    /** The file as it came in; for pictures the PDF made of it. */
    sourcePath: z.string(),
    /** 1-based pages left out on purpose. */
    omitPages: z.array(z.number().int()),
    pages: z.array(BoundPage),
  }),
  progress: Page,
  output: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), rendered: z.number().int(), identical: z.number().int() }),
    z.object({ ok: z.literal(false), detail: z.string() }),
  ]),
});
