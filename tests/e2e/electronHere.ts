import { inject } from 'vitest';

/** What a test waits for in the window may take so long, in ms: patience with a loaded machine, not a measure. */
export const PATIENCE_MS = 30_000;

/** The Electron of these tests, on the display of the worker that asks: two windows side by side share no clipboard and no focus. */
export function electronHere(): { readonly executable: string; readonly env: Record<string, string> } {
  const { executable, env, displays } = inject('electron');
  const worker = Number(process.env.VITEST_POOL_ID ?? 1);
  return { executable, env: { ...env, ...displays[(worker - 1) % displays.length] } };
}
