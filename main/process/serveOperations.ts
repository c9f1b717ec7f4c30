import type { z } from 'zod';
import { startMemoryWatchdog } from './memoryWatchdog.ts';
import type { Operation } from './operation.ts';
import { MEMORY_LIMIT_VARIABLE, type ReplyMessage, RequestMessage } from './protocol.ts';

type Run = (input: unknown, report: (progress: unknown) => void) => Promise<unknown>;
export type Served = { readonly name: string; readonly run: Run };

type ParentPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
};

/** Binds an operation to the function that does it; input and output are parsed here. */
export function serve<I extends z.ZodType, P extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, P, O>,
  run: (input: z.output<I>, report: (progress: z.input<P>) => void) => Promise<z.input<O>>,
): Served {
  return {
    name: operation.name,
    run: async (input, report) => operation.output.parse(await run(operation.input.parse(input), report)),
  };
}

/** Called once by a child's entry file: answers requests one after the other until killed. */
export function serveOperations(served: readonly Served[]): void {
  const limit = Number(process.env[MEMORY_LIMIT_VARIABLE] ?? '0');
  if (limit > 0) startMemoryWatchdog(limit);
  const byName = new Map(served.map((one) => [one.name, one.run]));
  const send = openChannel((message) => {
    const request = RequestMessage.parse(message);
    void answer(request, byName.get(request.operation), send);
  });
  send({ kind: 'ready' });
}

async function answer(
  request: RequestMessage,
  run: Run | undefined,
  send: (reply: ReplyMessage) => void,
): Promise<void> {
  const { id } = request;
  if (run === undefined) {
    send({ kind: 'failure', id, detail: `unknown operation ${request.operation}` });
    return;
  }
  try {
    const output = await run(request.input, (progress) => send({ kind: 'progress', id, progress }));
    send({ kind: 'result', id, output, rssBytes: process.memoryUsage.rss() });
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ kind: 'failure', id, detail });
  }
}

function openChannel(onMessage: (message: unknown) => void): (reply: ReplyMessage) => void {
  const parentPort: ParentPort | undefined = Reflect.get(process, 'parentPort');
  if (parentPort !== undefined) {
    parentPort.on('message', (event) => onMessage(event.data));
    return (reply) => parentPort.postMessage(reply);
  }
  process.on('message', onMessage);
  // The parent has gone: nobody waits for the work any more.
  process.on('disconnect', () => process.exit(0));
  return (reply) => {
    process.send?.(reply);
  };
}
