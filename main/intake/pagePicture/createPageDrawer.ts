import { createProcessPool, type ProcessPool } from '../../process/createProcessPool.ts';
import { resolveEntry } from '../../process/resolveEntry.ts';
import { type DrawnPage, drawPageOperation } from './drawPageOperation.ts';

/**
 * Draws pages in killable children. Wishes that come together (a page of the window that opens) are met in their order,
 * newer ones before older ones: what is on the screen now goes before what was scrolled by.
 */
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
/** Wishes with no longer pauses between them came together. */
const TOGETHER_MS = 80;

type Work = () => Promise<void>;

/** Starts nothing yet; the first page starts a child. */
export function createPageDrawer(): PageDrawer {
  /** Wishes that came together, oldest first, each in its order. */
  const waiting: Work[][] = [];
  let lastCame = 0;
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
    const newest = waiting.at(-1);
    const next = newest?.shift();
    if (newest?.length === 0) waiting.pop();
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
        const now = Date.now();
        const newest = now - lastCame < TOGETHER_MS ? waiting.at(-1) : undefined;
        lastCame = now;
        const work: Work = async () => resolve(await run(path, page, width));
        if (newest === undefined) waiting.push([work]);
        else newest.push(work);
        goOn();
      }),
    close,
  };
}
