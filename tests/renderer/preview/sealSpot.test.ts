import { describe, expect, it } from 'vitest';
import { besideEachOther, type PageText, sealSpot } from '../../../renderer/preview/sealSpot.ts';

const line = (text: string, left: number, middle: number): PageText => ({
  text,
  left,
  width: text.length * 0.02,
  middle,
});
const cover: readonly PageText[] = [
  line('项目申报书', 0.4, 0.2),
  line('申报单位：', 0.2, 0.5),
  line('重庆示例制造有限公司', 0.32, 0.5),
  line('（盖章）', 0.7, 0.5),
  line('区县经信部门：', 0.2, 0.55),
  line('（盖章）', 0.7, 0.55),
];

describe('the place of a seal', () => {
  it('is where the page asks for it behind the words that name it', () => {
    const own = sealSpot(cover, '封面“申报单位”处');
    expect(own?.down).toBe(0.5);
    expect(own?.across).toBeCloseTo(0.74);
    expect(sealSpot(cover, '封面“区县经信部门”处，由区县经信部门推荐时加盖')?.down).toBe(0.55);
  });

  it('is at the words themselves where they ask for it, however their brackets are written', () => {
    const form = [line('申报单位名称（盖章）：', 0.1, 0.3)];
    expect(sealSpot(form, '申报表“申报单位名称(盖章)”处')?.across).toBeCloseTo(0.26);
  });

  it('is not told without words to look for, or on another page', () => {
    expect(sealSpot(cover, '已完成投资明细表，每一页')).toBeNull();
    expect(sealSpot(cover, '申报表“申报单位签章”处')).toBeNull();
    expect(sealSpot([], '封面“申报单位”处')).toBeNull();
  });

  it('moves aside for a seal that would be covered', () => {
    const [first, second, none] = besideEachOther(
      [{ across: 0.74, down: 0.5 }, { across: 0.74, down: 0.55 }, null],
      0.18,
      297 / 210,
    );
    expect(first).toEqual({ across: 0.74, down: 0.5 });
    expect(second?.across).toBeLessThanOrEqual(0.74 - 0.09);
    expect(none).toBeNull();
  });
});
