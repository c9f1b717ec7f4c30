import { expect, test } from 'vitest';
import { Fen, formatMoney, parseMoney } from '../../../shared/entities/money.ts';

test.each([
  ['300', 'wanyuan', 300_000_000],
  ['1,245.00', 'wanyuan', 1_245_000_000],
  ['299.999999', 'wanyuan', 299_999_999],
  ['0.000001', 'wanyuan', 1],
  ['３００．５', 'wanyuan', 300_500_000],
  ['-12.4', 'wanyuan', -12_400_000],
  ['+8', 'yuan', 800],
  ['0.1', 'yuan', 10],
  ['0.07', 'yuan', 7],
  ['1 234.50', 'yuan', 123_450],
  ['1.10000', 'yuan', 110],
  ['-0', 'yuan', 0],
  ['90071992547409.91', 'yuan', 9_007_199_254_740_991],
] as const)('%s in %s is %i 分', (text, unit, fen) => {
  expect(parseMoney(text, unit)).toBe(fen);
});

test.each([
  ['', 'yuan'],
  ['abc', 'yuan'],
  ['1.2.3', 'yuan'],
  ['1e5', 'yuan'],
  ['.5', 'yuan'],
  ['5.', 'yuan'],
  ['0.001', 'yuan'],
  ['0.0000001', 'wanyuan'],
  ['90071992547409.92', 'yuan'],
  ['--1', 'yuan'],
  ['12,5', 'yuan'],
  ['12 5', 'yuan'],
  ['1,2345', 'yuan'],
  ['0,125', 'yuan'],
  ['1.234,5', 'wanyuan'],
  ['NaN', 'yuan'],
  ['Infinity', 'yuan'],
] as const)('%j in %s is no amount', (text, unit) => {
  expect(parseMoney(text, unit)).toBeNull();
});

test('minus nothing is nothing, so that no page prints -0.00', () => {
  expect(Object.is(parseMoney('-0.00', 'yuan'), 0)).toBe(true);
});

test.each([
  [1_245_000_000, 'wanyuan', '1,245.00'],
  [1_245_000_001, 'wanyuan', '1,245.000001'],
  [300_000_000, 'wanyuan', '300.00'],
  [1, 'wanyuan', '0.000001'],
  [-12_400_000, 'wanyuan', '-12.40'],
  [0, 'yuan', '0.00'],
  [-1, 'yuan', '-0.01'],
  [123_456_789_012, 'yuan', '1,234,567,890.12'],
  [9_007_199_254_740_991, 'yuan', '90,071,992,547,409.91'],
] as const)('%i 分 in %s prints as %s', (fen, unit, text) => {
  expect(formatMoney(fen, unit)).toBe(text);
});

test('what is printed reads back as itself', () => {
  let fen = 1;
  for (let step = 0; step < 2_000; step += 1) {
    fen = (fen * 48_271 + step) % 9_007_199_254_740;
    for (const unit of ['yuan', 'wanyuan'] as const) {
      for (const amount of [fen, -fen]) expect(parseMoney(formatMoney(amount, unit), unit)).toBe(amount);
    }
  }
});

test('fractions of a 分 and amounts past exact integers are no money', () => {
  for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(Fen.safeParse(wrong).success).toBe(false);
  }
});
