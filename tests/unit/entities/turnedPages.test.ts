import { describe, expect, it } from 'vitest';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { isStillTurned, turnedInWords } from '../../../shared/entities/turnedPages.ts';

const onItsHead = (pages?: number[]): FileProblem => ({
  code: 'page-upside-down',
  message: '第 2 页上下颠倒，装订前请旋转 180°',
  severity: 'warning',
  ...(pages === undefined ? {} : { pages }),
});
const file = { rotate: 0, pages: 5, omitPages: [] as number[] } as const;

describe('a page on its head', () => {
  it('is told until the file is turned', () => {
    expect(isStillTurned(file, onItsHead([2]))).toBe(true);
    expect(isStillTurned({ ...file, rotate: 90 }, onItsHead([2]))).toBe(true);
    expect(isStillTurned({ ...file, rotate: 180 }, onItsHead([2]))).toBe(false);
    expect(isStillTurned(file, { code: 'page-blank', message: '', severity: 'hint' })).toBe(false);
  });

  it('is no trouble when it is left out of the volume', () => {
    expect(isStillTurned({ ...file, omitPages: [2] }, onItsHead([2]))).toBe(false);
    expect(isStillTurned({ ...file, omitPages: [3] }, onItsHead([2]))).toBe(true);
  });

  it('is no reason to turn the file when its other pages stand upright', () => {
    expect(turnedInWords(file, onItsHead([2]))).toMatch(/^第 2 页上下颠倒，其他页不是这样.*转歪/);
    expect(turnedInWords({ ...file, pages: 1 }, onItsHead([1]))).toContain('请旋转 180°');
    expect(turnedInWords({ ...file, omitPages: [1, 3, 4, 5] }, onItsHead([2]))).toContain('请旋转 180°');
  });

  it('is judged as before in drafts that noted no pages', () => {
    expect(isStillTurned({ ...file, omitPages: [2] }, onItsHead())).toBe(true);
    expect(turnedInWords(file, onItsHead())).toContain('请旋转 180°');
  });
});
