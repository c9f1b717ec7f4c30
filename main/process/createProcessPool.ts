import { availableParallelism } from 'node:os';
import { type Child, type ChildOptions, DEFAULT_MEMORY_BYTES, openChild } from './openChild.ts';
import { processProblem } from './outcome.ts';

export type ProcessPool = {
  /** As `Child.call`; waits for a free child, replaces one that died. */
  readonly run: Child['call'];
  /** Ends every child; jobs still running come back as cancelled or crashed values. */
  readonly close: () => void;
};

export type PoolOptions = ChildOptions & { readonly size?: number };

/** A child is retired when it holds more than this part of its limit after a job. */
const RETIRE_AT = 0.5;

/**
 * Keeps a few child processes for many jobs, so that hundreds of files do not pay a
 * process start each. A crash, a hang or a kill costs only the job that caused it.
 * @param options.size children at most; one fewer than the processors, two to four
 */
export function createProcessPool(options: PoolOptions): ProcessPool {
  const size = options.size ?? Math.min(4, Math.max(2, availableParallelism() - 1));
  const retireBytes = (options.memoryBytes ?? DEFAULT_MEMORY_BYTES) * RETIRE_AT;
  const idle: Child[] = [];
  const busy = new Set<Child>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let closed = false;

  const takeChild = async (): Promise<Child> => {
    for (let child = idle.pop(); child !== undefined; child = idle.pop()) if (child.isAlive()) return child;
    return openChild(options);
  };
  const release = (child: Child): void => {
    busy.delete(child);
    if (closed || child.rssBytes() > retireBytes) child.close();
    else if (child.isAlive()) idle.push(child);
  };

  return {
    run: async (operation, input, callOptions) => {
      if (running >= size) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        // Hundreds of files may be waiting when the user cancels: none of them is worth the start of a process.
        if (callOptions?.signal?.aborted === true)
          return { ok: false, problem: processProblem('process-cancelled', 'aborted before the start') };
        const child = await takeChild();
        busy.add(child);
        try {
          const outcome = await child.call(operation, input, callOptions);
          // What threw may have left an engine of the child in pieces; the next file must not meet them.
          if (!outcome.ok) child.close();
          return outcome;
        } finally {
          release(child);
        }
      } finally {
        // The place is handed on directly, so that a newcomer cannot overtake.
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
    close: () => {
      closed = true;
      for (const child of [...idle, ...busy]) child.close();
      idle.length = 0;
    },
  };
}
