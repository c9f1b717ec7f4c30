import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaveQueue, GATHER_MS, RETRY_MS } from '../../../renderer/draft/createSaveQueue.ts';
import type { SaveState } from '../../../renderer/draft/draftStore.ts';
import type { Reply } from '../../../shared/contract/Reply.ts';
import type { Edit } from '../../../shared/edits/edit.ts';

type Answer = Reply<{ readonly savedAt: string }>;
const refusal = (code: string): Answer => ({ ok: false, problem: { code, message: '磁盘已满。' } });
const saved = (savedAt = '2026-01-01T00:00:00.000Z'): Answer => ({ ok: true, value: { savedAt } });
const answer = (field: string, value: string): Edit => ({ kind: 'answer', field, value });

/** A disk that is slow, full or picky, and remembers what it took. */
function disk(answers: (edits: readonly Edit[]) => Answer, ms = 0) {
  const taken: Edit[][] = [];
  const asked: Edit[][] = [];
  const told: SaveState[] = [];
  const queue = createSaveQueue({
    save: async (edits) => {
      asked.push([...edits]);
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      const reply = answers(edits);
      if (reply.ok) taken.push([...edits]);
      return reply;
    },
    told: (state) => told.push(state),
  });
  return { queue, taken, asked, told, last: () => told.at(-1)?.kind };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the queue of edits on their way to the disk', () => {
  it('gathers typing and says 已保存 only when the disk has answered', async () => {
    const { queue, taken, last } = disk(() => saved(), 200);
    queue.add([answer('name', '智')]);
    queue.add([answer('name', '智能')]);
    expect(last()).toBe('pending');
    await vi.advanceTimersByTimeAsync(GATHER_MS + 100);
    expect(last()).toBe('pending');
    await vi.advanceTimersByTimeAsync(200);
    expect(last()).toBe('saved');
    expect(taken).toEqual([[answer('name', '智能')]]);
  });

  it('does not wait for a pause: a hand that never stops is saved within a second', async () => {
    const { queue, taken } = disk(() => saved());
    for (let letter = 0; letter < 10; letter += 1) {
      queue.add([answer('name', 'x'.repeat(letter + 1))]);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(taken.length).toBeGreaterThanOrEqual(2);
  });

  it('keeps the order of different edits and drops only what is set anew', async () => {
    const { queue, taken } = disk(() => saved());
    queue.add([answer('a', '1'), answer('b', '1'), answer('a', '2'), answer('a', '3')]);
    expect(await queue.flush()).toBe(true);
    expect(taken).toEqual([[answer('a', '1'), answer('b', '1'), answer('a', '3')]]);
  });

  it('sends what is typed during a save after it, never beside it', async () => {
    const { queue, asked, last } = disk(() => saved(), 500);
    queue.add([answer('a', '1')]);
    await vi.advanceTimersByTimeAsync(GATHER_MS + 10);
    queue.add([answer('a', '2')]);
    await vi.advanceTimersByTimeAsync(GATHER_MS + 20);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1200);
    expect(asked).toEqual([[answer('a', '1')], [answer('a', '2')]]);
    expect(last()).toBe('saved');
  });

  it('keeps every word when the disk refuses and brings all of it, in order, when it can', async () => {
    let full = true;
    const { queue, taken, told, last } = disk(() => (full ? refusal('disk-full') : saved()));
    queue.add([answer('a', '1')]);
    await vi.advanceTimersByTimeAsync(GATHER_MS);
    expect(last()).toBe('failed');
    queue.add([answer('b', '2')]);
    expect(last()).toBe('failed');
    expect(queue.unsaved()).toEqual([answer('a', '1'), answer('b', '2')]);
    full = false;
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(taken.flat()).toEqual([answer('a', '1'), answer('b', '2')]);
    expect(last()).toBe('saved');
    expect(queue.unsaved()).toEqual([]);
    expect(told.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
  });

  it('tells flush the truth: false while the disk refuses, true when it has all', async () => {
    let full = true;
    const { queue } = disk(() => (full ? refusal('disk-full') : saved()));
    queue.add([answer('a', '1')]);
    expect(await queue.flush()).toBe(false);
    full = false;
    expect(await queue.flush()).toBe(true);
    expect(await queue.flush()).toBe(true);
  });

  it('waits in flush for a save under way and for what came after it', async () => {
    const { queue, taken } = disk(() => saved(), 300);
    queue.add([answer('a', '1')]);
    const first = queue.flush();
    queue.add([answer('a', '2')]);
    const second = queue.flush();
    await vi.advanceTimersByTimeAsync(700);
    expect(await first).toBe(true);
    expect(await second).toBe(true);
    expect(taken.flat()).toEqual([answer('a', '1'), answer('a', '2')]);
  });

  it('lets one edit that is not taken keep no other from the disk', async () => {
    const { queue, taken, last } = disk((edits) =>
      edits.some((edit) => edit.kind === 'answer' && edit.field === 'bad')
        ? refusal('input-refused')
        : saved(),
    );
    queue.add([answer('a', '1'), answer('bad', 'x'), answer('b', '2')]);
    expect(await queue.flush()).toBe(false);
    expect(taken.flat()).toEqual([answer('a', '1'), answer('b', '2')]);
    expect(queue.unsaved()).toEqual([answer('bad', 'x')]);
    expect(last()).toBe('failed');
  });

  it('counts as unsaved what is sent and not acknowledged', async () => {
    const { queue } = disk(() => saved(), 500);
    queue.add([answer('a', '1')]);
    const flushed = queue.flush();
    expect(queue.unsaved()).toEqual([answer('a', '1')]);
    await vi.advanceTimersByTimeAsync(500);
    await flushed;
    expect(queue.unsaved()).toEqual([]);
  });

  it('says and sends nothing after its draft was closed', async () => {
    const { queue, asked, told } = disk(() => saved(), 300);
    queue.add([answer('a', '1')]);
    await vi.advanceTimersByTimeAsync(GATHER_MS + 10);
    queue.add([answer('a', '2')]);
    queue.end();
    const before = told.length;
    await vi.advanceTimersByTimeAsync(10_000);
    queue.add([answer('a', '3')]);
    expect(asked).toHaveLength(1);
    expect(told).toHaveLength(before);
    expect(await queue.flush()).toBe(false);
  });

  it('cuts a flood into pieces the contract takes', async () => {
    const { queue, asked } = disk(() => saved());
    queue.add(Array.from({ length: 4500 }, (_, index) => answer(`f${index}`, 'x')));
    expect(await queue.flush()).toBe(true);
    expect(asked.map(({ length }) => length)).toEqual([2000, 2000, 500]);
  });
});
