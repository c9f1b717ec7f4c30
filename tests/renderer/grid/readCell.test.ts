import { describe, expect, it } from 'vitest';
import { readDateCell, readMoneyCell } from '../../../renderer/ui/grid/readCell.ts';

describe('money in a cell', () => {
  it.each([
    ['1,234.50', 123_450],
    ['￥１２', 1_200],
    ['12.5万元', 12_500_000],
    ['(3.20)', -320],
    ['', null],
  ])('%s is %s 分', (text, value) => {
    expect(readMoneyCell(text, 'yuan')).toEqual({ ok: true, value });
  });

  it('is asked back when it is finer than 分 or no number', () => {
    expect(readMoneyCell('1.234', 'yuan')).toMatchObject({
      ok: false,
      message: expect.stringContaining('比分还细'),
    });
    expect(readMoneyCell('约五万', 'yuan')).toMatchObject({
      ok: false,
      message: expect.stringContaining('没有认出'),
    });
  });
});

describe('a day in a cell', () => {
  it.each([
    '2020-2-10',
    '2020/02/10',
    '2020.2.10',
    '2020年2月10日',
    '20200210',
    '2020-02-10 00:00:00',
    '2020/2/10 8:30',
  ])('%s is 2020-02-10', (text) => {
    expect(readDateCell(text)).toEqual({ ok: true, value: '2020-02-10' });
  });

  it('is asked back when no calendar has it or the year has two digits', () => {
    expect(readDateCell('2019-02-29').ok).toBe(false);
    expect(readDateCell('19/2/3').ok).toBe(false);
    expect(readDateCell('去年底').ok).toBe(false);
  });
});
