import { describe, expect, it } from 'vitest';
import { readDate, readMonth } from '../../../renderer/fields/readDate.ts';

describe('a day', () => {
  it.each([
    '2020-1-5',
    '2020-01-05',
    '2020年1月5日',
    '2020/1/5',
    '2020.1.5',
    '20200105',
    '２０２０－１－５',
    ' 2020 年 1 月 5 日 ',
    '2020年1月5号',
    '2020。1。5',
  ])('is read from %s', (text) => {
    expect(readDate(text)).toEqual({ ok: true, value: '2020-01-05' });
  });

  it.each(['2020-1', '1月5日', '5/1/2020', '2020'])('is not guessed from %s', (text) => {
    const read = readDate(text);
    expect(read.ok ? '' : read.problem).toContain('年、月、日都要写');
  });

  it.each(['2020-02-30', '2019-2-29', '20201301'])('that does not exist (%s) is told', (text) => {
    const read = readDate(text);
    expect(read.ok ? '' : read.problem).toContain('日历上没有这一天');
  });

  it('is not answered when nothing is typed', () => {
    expect(readDate('  ')).toEqual({ ok: true, value: null });
  });
});

describe('a month', () => {
  it.each(['2020-1', '2020年1月', '2020/01', '202001', '2020.1', '2020-01-15', '20200115'])(
    'is read from %s',
    (text) => {
      expect(readMonth(text)).toEqual({ ok: true, value: '2020-01' });
    },
  );

  it.each(['2020-13', '2020年0月'])('that does not exist (%s) is told', (text) => {
    const read = readMonth(text);
    expect(read.ok ? '' : read.problem).toContain('月份是 1 至 12');
  });

  it.each(['2020', '1月'])('is not guessed from %s', (text) => {
    expect(readMonth(text).ok).toBe(false);
  });
});
