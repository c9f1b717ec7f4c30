import { expect, test } from 'vitest';
import {
  chineseDate,
  chineseMonth,
  firstDayOf,
  IsoDate,
  IsoMonth,
  lastDayOf,
  monthsInclusive,
} from '../../../shared/entities/dates.ts';

test.each(['2020-02-29', '2018-01-01', '2019-12-31', '2000-02-29'])('%s is a day', (day) => {
  expect(IsoDate.safeParse(day).success).toBe(true);
});

test.each([
  '2019-02-29',
  '1900-02-29',
  '2020-04-31',
  '2020-13-01',
  '2020-00-10',
  '2020-1-1',
  '20200101',
  '',
  ' 2020-01-01',
])('%j is no day', (day) => {
  expect(IsoDate.safeParse(day).success).toBe(false);
});

test.each(['2020-13', '2020-0', '2020-00', '2020', '2020-1', '2020-01-01'])('%j is no month', (month) => {
  expect(IsoMonth.safeParse(month).success).toBe(false);
});

test.each([
  ['2020-02', '2020-02-01', '2020-02-29'],
  ['2019-02', '2019-02-01', '2019-02-28'],
  ['2100-02', '2100-02-01', '2100-02-28'],
  ['2000-02', '2000-02-01', '2000-02-29'],
  ['2019-12', '2019-12-01', '2019-12-31'],
  ['2019-04', '2019-04-01', '2019-04-30'],
])('%s goes from %s to %s', (month, first, last) => {
  expect([firstDayOf(month), lastDayOf(month)]).toEqual([first, last]);
});

test.each([
  ['2018-01', '2019-12', 24],
  ['2018-01', '2020-01', 25],
  ['2018-03', '2018-03', 1],
  ['2018-12', '2019-01', 2],
  ['2019-01', '2018-12', 0],
])('from %s to %s are %i months', (start, end, months) => {
  expect(monthsInclusive(start, end)).toBe(months);
});

test('dates are printed without leading zeros', () => {
  expect(chineseDate('2020-02-10')).toBe('2020年2月10日');
  expect(chineseDate('2020-11-01')).toBe('2020年11月1日');
  expect(chineseMonth('2018-01')).toBe('2018年1月');
});
