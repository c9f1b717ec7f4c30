import { z } from 'zod';
import { defineOperation } from '../../main/process/operation.ts';

export const echoOperation = defineOperation({
  name: 'echo',
  input: z.string(),
  progress: z.string(),
  output: z.object({ text: z.string(), pid: z.number() }),
});
export const slowOperation = defineOperation({
  name: 'slow',
  input: z.number(),
  progress: z.number(),
  output: z.number(),
});
const nothing = { input: z.null(), progress: z.null(), output: z.null() };
export const hangOperation = defineOperation({ name: 'hang', ...nothing });
export const crashOperation = defineOperation({ name: 'crash', ...nothing });
export const throwOperation = defineOperation({ name: 'throw', ...nothing });
export const eatOperation = defineOperation({ name: 'eat', ...nothing });
