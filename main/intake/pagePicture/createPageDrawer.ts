import { createProcessPool, type ProcessPool } from '../../process/createProcessPool.ts';
import { resolveEntry } from '../../process/resolveEntry.ts';
import { type DrawnPage, drawPageOperation } from './drawPageOperation.ts';

/** Draws pages in killable children, newest wish first: what is on the screen now goes before what was scrolled by. */
export type PageDrawer = {
  /** @param path absolute; @param page from 1; @param width in pixels. Never rejects. */
  readonly draw: (path: string, page: number, width: number) => Promise<DrawnPage>;
  /** Ends the children; what waits is answered as too large. It can be used again afterwards. */
  readonly close: () => void;
};

const AT_ONCE = 2;
const IDLE_MS = 15_000;
const TOTAL_MS = 30_000;
/** Children without work for so long are ended: each takes some 150 MB. */
const REST_MS = 60_000;

/** Starts nothing yet; the first page starts a child. */
export function createPageDrawer(): PageDrawer {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  let pool: ProcessPool | null = null;
  let rest: NodeJS.Timeout | undefined;

  const close = (): void => {
    clearTimeout(rest);
    pool?.close();
    pool = null;
  };
  const goOn = (): void => {
    if (running >= AT_ONCE) return;
    const next = waiting.pop();
    if (next === undefined) return;
    running += 1;
    void next().finally(() => {
      running -= 1;
      clearTimeout(rest);
      if (running === 0) rest = setTimeout(close, REST_MS).unref();
      goOn();
    });
  };
  const run = async (path: string, page: number, width: number, again = true): Promise<DrawnPage> => {
    pool ??= createProcessPool({ entry: resolveEntry(import.meta.url, './drawPageChild'), size: AT_ONCE });
    const asked = { path, page, width };
    const outcome = await pool.run(drawPageOperation, asked, { idleMs: IDLE_MS, totalMs: TOTAL_MS });
    if (outcome.ok) return outcome.value;
    const { code } = outcome.problem;
    if (code === 'process-timeout' || code === 'process-memory') return { ok: false, why: 'too-large' };
    // Once more in a new child: the fault may have been the page's before.
    return again && code === 'process-crashed'
      ? run(path, page, width, false)
      : { ok: false, why: 'damaged' };
  };
  return {
    draw: (path, page, width) =>
      new Promise((resolve) => {
        waiting.push(async () => resolve(await run(path, page, width)));
        goOn();
      }),
    close,
  };
}
