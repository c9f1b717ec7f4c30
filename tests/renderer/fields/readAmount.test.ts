import { describe, expect, it } from 'vitest';
import { readMoney, readNumber, readUsd } from '../../../renderer/fields/readAmount.ts';

const fen = (text: string, unit: 'wanyuan' | 'yuan' = 'wanyuan') => {
  const read = readMoney(text, unit);
  return read.ok ? read.value : read.problem;
};

describe('an amount in 万元', () => {
  it.each([
    ['1245', 1_245_000_000],
    ['1,245.00', 1_245_000_000],
    ['１，２４５．５', 1_245_500_000],
    ['12。5', 12_500_000],
    ['1 245', 1_245_000_000],
    ['￥1245万元', 1_245_000_000],
    ['1245 万', 1_245_000_000],
    ['12450000元', 1_245_000_000],
    ['1.2亿', 12_000_000_000],
    ['-120.5', -120_500_000],
    ['−120.5', -120_500_000],
    ['（120.50）', -120_500_000],
    ['负120.5', -120_500_000],
    ['12.', 12_000_000],
    ['0', 0],
    ['0.000001', 1],
  ])('%s is read as %d 分', (text, expected) => {
    expect(fen(text)).toBe(expected);
  });

  it.each(['', '   ', '　'])('nothing typed (%j) is not answered', (text) => {
    expect(fen(text)).toBeNull();
  });

  it.each(['约1245', '1.2e3', '一百万', '1245以上', '12..5', '-', '1-2', '300万美元'])(
    '%s is not guessed at, and the words say what to do',
    (text) => {
      expect(fen(text)).toMatch(/没有认出是多少钱，请只写数字/u);
    },
  );

  it('is never rounded: more places than 分 are told', () => {
    expect(fen('1.2345678')).toContain('比 1 分还细');
    expect(fen('1.234', 'yuan')).toContain('比 1 分还细');
    expect(fen('1.2300', 'yuan')).toBe(123);
  });

  it('is refused when it cannot be kept exactly', () => {
    expect(fen('99999999999999')).toContain('太大');
    expect(fen('99999999999亿')).toContain('太大');
  });
});

describe('an amount in 元', () => {
  it('takes a unit of its own over', () => {
    expect(fen('1.5万元', 'yuan')).toBe(1_500_000);
    expect(fen('15000', 'yuan')).toBe(1_500_000);
  });
});

describe('万美元', () => {
  it.each([
    ['320', 320_000_000],
    ['$320', 320_000_000],
    ['320万美元', 320_000_000],
    ['US$1,000.5', 1_000_500_000],
    ['100美元', 10_000],
    ['1,250,000 美元', 125_000_000],
    ['1.5亿美元', 15_000_000_000],
    ['20万', 20_000_000],
    ['（5）万美元', -5_000_000],
    ['0', 0],
  ])('%s is read', (text, expected) => {
    expect(readUsd(text)).toEqual({ ok: true, value: expected });
  });

  it.each(['100元', '100万元', '1亿元', '100欧元'])('%s is another money, and no dollars', (text) => {
    const read = readUsd(text);
    expect(read.ok ? '' : read.problem).toContain('没有认出是多少钱');
  });
});

describe('marks between digits', () => {
  const marked = [
    '12、5',
    '12,5',
    '1,2',
    '12 5',
    '1,2345',
    '0,125',
    '1.234,5',
    '1.234 5',
    '1234,567',
    '1,234 567',
  ];

  it.each(marked)('%s may be thousands or a point: it is not guessed at', (text) => {
    expect(fen(text)).toMatch(/没有认出是多少钱.*小数点/u);
    const number = readNumber(text, '%');
    expect(number.ok ? '' : number.problem).toMatch(/没有认出是多少.*小数点/u);
  });

  it.each(['1,234,567.5', '1 234 567.5', '１，２３４，５６７．５', '1, 234, 567.5'])(
    '%s has thousands',
    (text) => {
      expect(fen(text, 'yuan')).toBe(123_456_750);
      expect(readNumber(text, '')).toEqual({ ok: true, value: 1_234_567.5 });
    },
  );
});

describe('a number', () => {
  it.each([
    ['98%', '%', 98],
    ['９８％', '%', 98],
    ['72.5 分', '分', 72.5],
    ['1,200', '台', 1200],
    ['-5', '', -5],
    ['0.008', '%', 0.008],
  ])('%s %s is read as %d', (text, unit, expected) => {
    expect(readNumber(text, unit)).toEqual({ ok: true, value: expected });
  });

  it.each(['约20', '20-30', '1e3', '2O', '二十'])('%s is kept and explained', (text) => {
    const read = readNumber(text, '%');
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.problem).toContain('没有认出是多少');
  });
});
