import type { Page } from 'playwright';

/** Pause between two keys of a quick typist, in milliseconds: about 12 keys a second. */
export const KEY_MS = 80;

/** Milliseconds from each key to the paint after it, while `type` types into what has the focus. */
export async function typingTimes(page: Page, type: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const listen = (event: KeyboardEvent): void => {
      const begun = event.timeStamp;
      requestAnimationFrame(() => {
        // What is posted in a frame is delivered when the frame is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - begun);
        port2.postMessage(null);
      });
    };
    window.addEventListener('keydown', listen, { capture: true });
    Reflect.set(globalThis, 'typedEnd', () => {
      window.removeEventListener('keydown', listen, { capture: true });
      return times;
    });
  });
  await type();
  await page.waitForTimeout(300);
  return page.evaluate(() => (Reflect.get(globalThis, 'typedEnd') as () => number[])());
}

/** The value that `share` (0 to 1) of the values lie under. */
export function part(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Median, 95 % and worst of milliseconds, in words. */
export function told(values: readonly number[]): string {
  return `median ${part(values, 0.5).toFixed(1)} ms, 95 % under ${part(values, 0.95).toFixed(1)} ms, worst ${Math.max(...values).toFixed(1)} ms`;
}
