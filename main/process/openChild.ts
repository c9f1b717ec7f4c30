import type { z } from 'zod';
import { type ChildTransport, startChild } from './childTransport.ts';
import type { Operation } from './operation.ts';
import { type Outcome, type ProcessProblemCode, processProblem } from './outcome.ts';
import { MEMORY_LIMIT_VARIABLE, MEMORY_MARKER, ReplyMessage } from './protocol.ts';

const MIB = 1024 * 1024;
/** A file that neither finishes nor reports progress for so long is given up. */
export const DEFAULT_IDLE_MS = 20_000;
export const DEFAULT_MEMORY_BYTES = 1024 * MIB;
/** A child that is not ready by then never will be. */
const START_MS = 60_000;
const STDERR_KEPT = 4000;

export type CallOptions<P> = {
  /** Longest silence (no progress, no answer) in ms; every progress report starts it anew. */
  readonly idleMs?: number;
  /** Longest time in all, in ms; none unless given. */
  readonly totalMs?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: P) => void;
};

export type ChildOptions = { readonly entry: string; readonly memoryBytes?: number };

/** A killable child process that does one job at a time. */
export type Child = {
  /** Runs one job. Anything but an answer (hang, crash, memory, cancel) kills the child. */
  readonly call: <I extends z.ZodType, P extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, P, O>,
    input: z.input<I>,
    options?: CallOptions<z.output<P>>,
  ) => Promise<Outcome<z.output<O>>>;
  readonly isAlive: () => boolean;
  /** Resident memory the child reported with its last answer, in bytes. */
  readonly rssBytes: () => number;
  readonly close: () => void;
};

type Job = {
  readonly id: number;
  readonly onReply: (reply: ReplyMessage) => void;
  readonly onExit: (code: number | null) => void;
};

/** Starts a child process on an entry file that calls `serveOperations`. */
export async function openChild(options: ChildOptions): Promise<Child> {
  let alive = true;
  let stderr = '';
  let rss = 0;
  let job: Job | undefined;
  let nextId = 1;
  const memoryBytes = options.memoryBytes ?? DEFAULT_MEMORY_BYTES;
  // Starting up is not the job's time: limits count from here on.
  let started: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    started = resolve;
  });
  const transport: ChildTransport = await startChild(
    { entry: options.entry, env: { [MEMORY_LIMIT_VARIABLE]: String(memoryBytes) } },
    {
      onMessage: (message) => {
        const reply = ReplyMessage.safeParse(message);
        if (!reply.success) return;
        if (reply.data.kind === 'ready') started();
        if (reply.data.kind === 'result') rss = reply.data.rssBytes;
        job?.onReply(reply.data);
      },
      onStderr: (text) => {
        stderr = (stderr + text).slice(-STDERR_KEPT);
      },
      onExit: (code) => {
        alive = false;
        started();
        job?.onExit(code);
      },
    },
  );

  const kill = (): void => {
    alive = false;
    transport.kill();
  };
  const slow = setTimeout(() => {
    kill();
    started();
  }, START_MS);
  await ready;
  clearTimeout(slow);

  const call: Child['call'] = (operation, input, callOptions = {}) =>
    new Promise((resolve) => {
      const { signal, onProgress, totalMs, idleMs = DEFAULT_IDLE_MS } = callOptions;
      const id = nextId++;
      let idleTimer: NodeJS.Timeout | undefined;
      let totalTimer: NodeJS.Timeout | undefined;
      const finish = (outcome: Parameters<typeof resolve>[0]): void => {
        clearTimeout(idleTimer);
        clearTimeout(totalTimer);
        signal?.removeEventListener('abort', cancel);
        job = undefined;
        resolve(outcome);
      };
      const refuse = (code: ProcessProblemCode, detail: string): void =>
        finish({ ok: false, problem: processProblem(code, detail) });
      const stop = (code: ProcessProblemCode, detail: string): void => {
        kill();
        refuse(code, detail);
      };
      const cancel = (): void => stop('process-cancelled', 'aborted by the caller');
      const restartIdle = (): void => {
        clearTimeout(idleTimer);
        idleTimer = setTimeout(() => stop('process-timeout', `silent for ${idleMs} ms`), idleMs);
      };
      if (!alive) return refuse('process-crashed', `ended before the job started: ${stderr}`);
      if (signal?.aborted === true) return refuse('process-cancelled', 'aborted before the start');
      signal?.addEventListener('abort', cancel, { once: true });
      restartIdle();
      if (totalMs !== undefined)
        totalTimer = setTimeout(() => stop('process-timeout', `over ${totalMs} ms`), totalMs);
      job = {
        id,
        onExit: (code) => {
          const overMemory = stderr.includes(MEMORY_MARKER) || /heap out of memory/i.test(stderr);
          refuse(overMemory ? 'process-memory' : 'process-crashed', `exit ${code}: ${stderr}`);
        },
        onReply: (reply) => {
          if (reply.kind === 'ready' || reply.id !== id) return;
          if (reply.kind === 'failure') return refuse('process-failed', reply.detail);
          if (reply.kind === 'progress') {
            restartIdle();
            const progress = operation.progress.safeParse(reply.progress);
            if (progress.success) onProgress?.(progress.data);
            return;
          }
          const output = operation.output.safeParse(reply.output);
          if (output.success) finish({ ok: true, value: output.data });
          else refuse('process-failed', output.error.message);
        },
      };
      transport.send({ kind: 'request', id, operation: operation.name, input });
    });

  return { call, isAlive: () => alive, rssBytes: () => rss, close: kill };
}
