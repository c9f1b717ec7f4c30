import { afterAll, describe, expect, it } from 'vitest';
import { createProcessPool } from '../../main/process/createProcessPool.ts';
import { resolveEntry } from '../../main/process/resolveEntry.ts';
import {
  crashOperation,
  eatOperation,
  echoOperation,
  hangOperation,
  slowOperation,
  throwOperation,
} from './misbehavingOperations.ts';

const entry = resolveEntry(import.meta.url, './misbehavingChild');
const pool = createProcessPool({ entry, size: 2, memoryBytes: 300 << 20 });
afterAll(() => pool.close());

describe('a pool of child processes', () => {
  it('answers, reports progress and uses a process again', async () => {
    const heard: string[] = [];
    const first = await pool.run(echoOperation, '中文 & 空格', { onProgress: (text) => heard.push(text) });
    const second = await pool.run(echoOperation, 'again');
    expect(first).toMatchObject({ ok: true, value: { text: '中文 & 空格' } });
    expect(heard).toEqual(['one', 'two']);
    expect(first.ok && second.ok && first.value.pid === second.value.pid).toBe(true);
  });

  it('gives up a job that hangs, in time, and goes on with the others', async () => {
    const start = Date.now();
    const [hung, fine] = await Promise.all([
      pool.run(hangOperation, null, { idleMs: 1000 }),
      pool.run(echoOperation, 'beside it'),
    ]);
    expect(hung).toMatchObject({ ok: false, problem: { code: 'process-timeout' } });
    expect(fine.ok).toBe(true);
    expect(Date.now() - start).toBeLessThan(5000);
  });

  it('lets a slow job run as long as it reports progress, up to the limit in all', async () => {
    expect(await pool.run(slowOperation, 12, { idleMs: 700 })).toEqual({ ok: true, value: 12 });
    const stopped = await pool.run(slowOperation, 1000, { idleMs: 700, totalMs: 1200 });
    expect(stopped).toMatchObject({ ok: false, problem: { code: 'process-timeout' } });
  });

  it('ends a job that eats memory even though its process never pauses', async () => {
    const outcome = await pool.run(eatOperation, null);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'process-memory' } });
  });

  it('turns a crash and an exception into values and replaces the process', async () => {
    expect(await pool.run(crashOperation, null)).toMatchObject({
      ok: false,
      problem: { code: 'process-crashed' },
    });
    const thrown = await pool.run(throwOperation, null);
    expect(thrown).toMatchObject({ ok: false, problem: { code: 'process-failed' } });
    expect(!thrown.ok && thrown.problem.detail).toContain('an ordinary error');
    expect((await pool.run(echoOperation, 'alive')).ok).toBe(true);
  });

  it('starts no process for jobs that wait when the caller cancels', async () => {
    const fresh = createProcessPool({ entry, size: 1 });
    const controller = new AbortController();
    const { signal } = controller;
    const started = fresh.run(hangOperation, null, { signal });
    const waiting = Array.from({ length: 200 }, () => fresh.run(echoOperation, 'late', { signal }));
    setTimeout(() => controller.abort(), 300);
    await started;
    const start = Date.now();
    for (const outcome of await Promise.all(waiting))
      expect(outcome).toMatchObject({ ok: false, problem: { code: 'process-cancelled' } });
    expect(Date.now() - start).toBeLessThan(1000);
    fresh.close();
  });

  it('stops at once when the caller cancels', async () => {
    const controller = new AbortController();
    const job = pool.run(hangOperation, null, { signal: controller.signal });
    setTimeout(() => controller.abort(), 300);
    expect(await job).toMatchObject({ ok: false, problem: { code: 'process-cancelled' } });
  });

  it('takes more jobs than it has processes', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) => pool.run(echoOperation, String(n))),
    );
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.text)).toEqual(
      Array.from({ length: 40 }, (_, n) => String(n)),
    );
    const pids = new Set(outcomes.map((outcome) => outcome.ok && outcome.value.pid));
    expect(pids.size).toBeLessThanOrEqual(2);
  });

  it('says so when the entry file does not exist', async () => {
    const broken = createProcessPool({ entry: `${entry}.missing.ts`, size: 1 });
    expect(await broken.run(echoOperation, 'x')).toMatchObject({
      ok: false,
      problem: { code: 'process-crashed' },
    });
    broken.close();
  });
});
