import { z } from 'zod';

/** Parent to child: one job. */
export const RequestMessage = z.object({
  kind: z.literal('request'),
  id: z.number().int(),
  operation: z.string(),
  input: z.unknown(),
});
export type RequestMessage = z.infer<typeof RequestMessage>;

/** Child to parent. `rssBytes` lets the pool retire a child that has grown. */
export const ReplyMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('progress'), id: z.number().int(), progress: z.unknown() }),
  z.object({
    kind: z.literal('result'),
    id: z.number().int(),
    output: z.unknown(),
    rssBytes: z.number(),
  }),
  z.object({ kind: z.literal('failure'), id: z.number().int(), detail: z.string() }),
]);
export type ReplyMessage = z.infer<typeof ReplyMessage>;

/** Written to stderr by the memory watchdog just before it ends its own process. */
export const MEMORY_MARKER = 'chengce:memory-limit';

/** Names the environment variable that carries the memory limit in bytes to the child. */
export const MEMORY_LIMIT_VARIABLE = 'CHENGCE_CHILD_MEMORY_BYTES';
