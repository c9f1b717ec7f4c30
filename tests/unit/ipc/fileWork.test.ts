import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createFileWork } from '../../../main/ipc/fileWork.ts';

describe('work on files', () => {
  it('is done one piece after the other, also after one that broke', async () => {
    const work = createFileWork({ emit: () => {} });
    const heard: string[] = [];
    const broken = work.inLine(async () => {
      await sleep(20);
      heard.push('first');
      throw new Error('broke');
    });
    const second = work.inLine(async () => {
      heard.push('second');
      return 2;
    });
    await expect(broken).rejects.toThrow('broke');
    expect(await second).toBe(2);
    expect(heard).toEqual(['first', 'second']);
  });

  it('is cancelled as a whole: what runs and what waits, not what comes later', async () => {
    const work = createFileWork({ emit: () => {} });
    const aborted = (signal: AbortSignal) => sleep(10).then(() => signal.aborted);
    const both = [work.inLine(aborted), work.inLine(aborted)];
    work.cancel();
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(await work.inLine(aborted)).toBe(false);
  });

  it('tells how far it is by the file’s name alone, and not at every step', () => {
    const told: unknown[] = [];
    const work = createFileWork({ emit: (event, value) => told.push([event, value]) });
    const tell = work.teller();
    for (let done = 0; done < 500; done += 1) tell(done, 500, '发票.zip/子目录/a.pdf');
    expect(told.length).toBeLessThan(20);
    expect(told[0]).toEqual(['attachments:progress', { done: 0, total: 500, file: 'a.pdf' }]);
  });
});
