import { Worker } from 'node:worker_threads';
import { MEMORY_MARKER } from './protocol.ts';

const POLL_MS = 100;

/**
 * The text of the watching thread. It is plain JavaScript in a string because a
 * build would have to ship a second entry otherwise, and because it must run while
 * the main thread hangs. `rss` counts the whole process, native and WASM memory too.
 */
const WATCHER = `
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
setInterval(() => {
  if (process.memoryUsage.rss() <= workerData.limitBytes) return;
  try { writeSync(2, workerData.marker + '\\n'); } catch {}
  process.kill(process.pid, 'SIGKILL');
}, workerData.pollMs);
`;

/**
 * Ends this process when its resident memory passes the limit. A thread inside the
 * child, since reading another process's memory differs on every operating system.
 */
export function startMemoryWatchdog(limitBytes: number): void {
  const worker = new Worker(WATCHER, {
    eval: true,
    execArgv: [],
    workerData: { limitBytes, marker: MEMORY_MARKER, pollMs: POLL_MS },
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  });
  worker.unref();
}
