import { expect, test } from 'vitest';
import { countAsWord } from '../../../shared/entities/wordCount.ts';

test.each([
  ['', 0],
  ['   \n\t　', 0],
  ['建设数字化车间', 7],
  ['建设，数字化。', 7],
  ['“引号”（括号）《书名》', 12],
  ['破折号——和省略号……', 11],
  ['5G', 1],
  ['5G+', 1],
  ['5G+工业互联网', 6],
  ['建设5G网络', 5],
  ['MES、ERP、AGV', 5],
  ['MES ERP AGV', 3],
  ['效率提升20%以上', 7],
  ['误判率<0.01%', 4],
  ['1,245.00万元', 3],
  ['https://example.com/a?b=1', 1],
  ['it’s', 1],
  ['它’s', 3],
  ['第一段\n第二段\r\n第三段', 9],
  ['ＡＢ', 2],
  ['５Ｇ', 2],
  ['①②③', 3],
  ['㎡℃', 2],
])('%j has %i', (text, count) => {
  expect(countAsWord(text)).toBe(count);
});

test('a character outside the basic plane is one', () => {
  expect(countAsWord('𠮷野家')).toBe(3);
  expect(countAsWord('𬱖')).toBe(1);
});

test('composed and decomposed letters count the same', () => {
  expect(countAsWord('café')).toBe(1);
  expect(countAsWord('cafe\u0301')).toBe(1);
  expect(countAsWord('が')).toBe(countAsWord('か\u3099'));
});

test('invisible characters count nothing and break no run', () => {
  expect(countAsWord('5\u200dG')).toBe(1);
  expect(countAsWord('\ufeff项目')).toBe(2);
  expect(countAsWord('葛\u{e0100}')).toBe(1);
});

test('exactly one hundred and one hundred and one', () => {
  expect(countAsWord('字'.repeat(100))).toBe(100);
  expect(countAsWord(`${'字'.repeat(100)}。`)).toBe(101);
  expect(countAsWord(`${'字'.repeat(99)}5G`)).toBe(100);
});

test('a long text takes no time', () => {
  const started = performance.now();
  expect(countAsWord('建设5G网络，'.repeat(20_000))).toBe(120_000);
  expect(performance.now() - started).toBeLessThan(2_000);
});
