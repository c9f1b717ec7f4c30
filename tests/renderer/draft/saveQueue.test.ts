import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaveQueue, GATHER_MS, RETRY_MS } from '../../../renderer/draft/createSaveQueue.ts';
import type { SaveState } from '../../../renderer/draft/draftStore.ts';
import type { Reply } from '../../../shared/contract/Reply.ts';
import { Edit } from '../../../shared/edits/edit.ts';

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

  it('tries again by itself, though nothing more is typed', async () => {
    let full = true;
    const { queue, taken, last } = disk(() => (full ? refusal('disk-full') : saved()));
    queue.add([answer('a', '1')]);
    expect(await queue.flush()).toBe(false);
    full = false;
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(taken.flat()).toEqual([answer('a', '1')]);
    expect(last()).toBe('saved');
  });

  it('keeps the order of words typed while a save fails', async () => {
    let full = true;
    const { queue, taken } = disk(() => (full ? refusal('disk-full') : saved()), 200);
    queue.add([answer('a', 'old'), answer('b', '1')]);
    const flushed = queue.flush();
    await vi.advanceTimersByTimeAsync(100);
    queue.add([answer('a', 'new')]);
    await vi.advanceTimersByTimeAsync(100);
    expect(await flushed).toBe(false);
    full = false;
    await vi.advanceTimersByTimeAsync(RETRY_MS + 200);
    expect(taken.flat()).toEqual([answer('a', 'old'), answer('b', '1'), answer('a', 'new')]);
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

  it.each(['value-invalid', 'id-repeated', 'blob-missing', 'row-missing', 'unexpected', 'unanswered'])(
    'goes on with what is behind an edit that is refused as %s',
    async (code) => {
      const { queue, taken, asked, last } = disk((edits) =>
        edits.some((edit) => edit.kind === 'answer' && edit.field === 'bad') ? refusal(code) : saved(),
      );
      const many = Array.from({ length: 300 }, (_, index) => answer(`f${index}`, 'x'));
      queue.add([...many, answer('bad', 'x'), answer('b', '2')]);
      expect(await queue.flush()).toBe(false);
      expect(taken.flat()).toEqual([...many, answer('b', '2')]);
      expect(asked.length, 'in halves, not one by one').toBeLessThan(40);
      queue.add([answer('c', '3')]);
      await vi.advanceTimersByTimeAsync(GATHER_MS);
      expect(taken.flat().at(-1), 'words typed later do not wait for the next try').toEqual(answer('c', '3'));
      expect(queue.unsaved()).toEqual([answer('bad', 'x')]);
      expect(last()).toBe('failed');
    },
  );

  it.each(['disk-full', 'disk-error', 'draft-busy', 'draft-moved', 'draft-not-open', 'folder-read-only'])(
    'asks once, not edit by edit, when the trouble is the file itself: %s',
    async (code) => {
      const { queue, asked } = disk(() => refusal(code));
      queue.add([answer('a', '1'), answer('b', '2'), answer('c', '3')]);
      expect(await queue.flush()).toBe(false);
      expect(asked).toHaveLength(1);
      expect(queue.unsaved()).toHaveLength(3);
    },
  );

  it('lets go of a refused edit once its place is set anew, in the same batch or later', async () => {
    const { queue, taken, last } = disk((edits) =>
      edits.some((edit) => edit.kind === 'answer' && edit.value === 'bad')
        ? refusal('value-invalid')
        : saved(),
    );
    queue.add([answer('f', 'bad'), answer('a', '2'), answer('f', 'good')]);
    expect(await queue.flush()).toBe(true);
    expect(queue.unsaved()).toEqual([]);
    expect(last()).toBe('saved');
    queue.add([answer('g', 'bad'), answer('a', '3')]);
    expect(await queue.flush()).toBe(false);
    queue.add([answer('a', '4'), answer('g', 'good')]);
    expect(queue.unsaved()).toEqual([answer('a', '4'), answer('g', 'good')]);
    expect(await queue.flush()).toBe(true);
    expect(last()).toBe('saved');
    expect(taken.flat().at(-1)).toEqual(answer('g', 'good'));
  });

  it('lets go of refused rows once they are taken out again: undo is a way on', async () => {
    const rows = (save: readonly { readonly id: string }[], remove: readonly string[] = []): Edit =>
      Edit.parse({ kind: 'rows', list: 'budget', save, remove });
    const { queue, last } = disk((edits) =>
      edits.some((edit) => edit.kind === 'rows' && edit.save.length > 0) ? refusal('unexpected') : saved(),
    );
    queue.add([rows([{ id: 'a' }, { id: 'b' }])]);
    expect(await queue.flush()).toBe(false);
    queue.add([rows([], ['a'])]);
    expect(await queue.flush(), 'row b is still not on the disk').toBe(false);
    queue.add([rows([], ['b', 'a'])]);
    expect(await queue.flush()).toBe(true);
    expect(last()).toBe('saved');
  });

  it('knows all that is not acknowledged while edits are sent apart', async () => {
    const { queue, taken } = disk(
      (edits) =>
        edits.some((edit) => edit.kind === 'answer' && edit.field === 'bad')
          ? refusal('input-refused')
          : saved(),
      100,
    );
    const all = [answer('a', '1'), answer('bad', 'x'), answer('b', '2'), answer('c', '3'), answer('d', '4')];
    queue.add(all);
    const flushed = queue.flush();
    for (let time = 0; time < 1500; time += 50) {
      expect([...taken.flat(), ...queue.unsaved()]).toHaveLength(all.length);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(await flushed).toBe(false);
    expect(queue.unsaved()).toEqual([answer('bad', 'x')]);
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
