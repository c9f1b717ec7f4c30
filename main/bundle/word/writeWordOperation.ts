import { z } from 'zod';
import type { BundleDocument } from '../../../shared/documents/bundleDocument.ts';
import { defineOperation } from '../../process/operation.ts';
import { ownValue } from '../../process/ownValue.ts';
import type { WriteWordInput } from './writeWord.ts';

/** Writes the Word document in a process of its own. */
export const writeWordOperation = defineOperation({
  name: 'writeWord',
  input: z.object({ document: ownValue<BundleDocument>(), input: ownValue<WriteWordInput>() }),
  progress: z.null(),
  output: ownValue<Uint8Array>(),
});
