import { z } from 'zod';
import type { BundleDocument, PictureAsset } from '../../../shared/documents/bundleDocument.ts';
import type { PaginationGroup } from '../../../shared/documents/planPagination.ts';
import { defineOperation } from '../../process/operation.ts';
import { ownValue } from '../../process/ownValue.ts';
import type { Numbered } from './typesetNumbered.ts';

/**
 * Typesets a document in a process of its own, which keeps fonts, pictures and what Typst remembers of the
 * last compile: the next compile of nearly the same document is quick.
 */
export const typesetOperation = defineOperation({
  name: 'typeset',
  input: z.object({
    document: ownValue<BundleDocument>(),
    groups: z.array(ownValue<PaginationGroup>()),
    /** Pictures this process has not been given before. */
    pictures: z.array(ownValue<PictureAsset>()),
    /** SHA-256 of every picture to print; others it has are forgotten. */
    shown: z.array(z.string()),
    fontsDir: z.string(),
    date: z.string().nullable(),
    tagged: z.boolean(),
  }),
  progress: z.null(),
  output: ownValue<Numbered>(),
});
