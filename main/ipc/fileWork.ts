import path from 'node:path';
import type { MainContext } from './MainContext.ts';

/** Work on files that takes time, from every channel that asks for it: one after the other, with one progress and one cancel. */
export type FileWork = {
  /** Waits for what was asked before. The signal is aborted by `cancel`. */
  readonly inLine: <Value>(work: (signal: AbortSignal) => Promise<Value>) => Promise<Value>;
  readonly cancel: () => void;
  /** Tells the window how far it is, not too often; gives the function to call for one piece of work. */
  readonly teller: () => (done: number, total: number, file: string) => void;
};

/** The window is told of progress this often at most. */
const TELL_MS = 60;

export function createFileWork({ emit }: Pick<MainContext, 'emit'>): FileWork {
  let last: Promise<unknown> = Promise.resolve();
  const running = new Set<AbortController>();
  return {
    inLine: (work) => {
      const controller = new AbortController();
      running.add(controller);
      const result = last
        .then(() => work(controller.signal))
        .finally(() => {
          running.delete(controller);
        });
      last = result.catch(() => undefined);
      return result;
    },
    cancel: () => {
      for (const controller of running) controller.abort();
    },
    teller: () => {
      let toldAt = 0;
      return (done, total, file) => {
        const now = Date.now();
        if (now - toldAt < TELL_MS) return;
        toldAt = now;
        emit('attachments:progress', { done, total, file: path.posix.basename(file) });
      };
    },
  };
}
