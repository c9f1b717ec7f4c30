import { z } from 'zod';
import { defineOperation } from '../../process/operation.ts';
import { ReadWordResult } from './wordFacts.ts';

/** Reads a Word file again in a child process: a few hundred kilobytes may unpack to gigabytes of elements. */
export const readWordOperation = defineOperation({
  name: 'read-word',
  input: z.strictObject({ path: z.string().min(1) }),
  progress: z.null(),
  output: ReadWordResult,
});
