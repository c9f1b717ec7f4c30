import { describe, expect, it } from 'vitest';
import { elapsedWords } from '../../../renderer/steps/export/elapsedWords.ts';
import { sealRows } from '../../../renderer/steps/export/sealRows.ts';

const file = (number: number) => ({
  seal: '公章',
  page: 40 + number,
  lastPage: 40 + number,
  where: `附件8　发票：发票${number}`,
  kind: 'copies',
});

describe('the seal map', () => {
  it('has one line a place, with the pages', () => {
    const rows = sealRows([
      { seal: '公章', page: null, lastPage: null, where: '封面', kind: null },
      { seal: '财务专用章', page: 18, lastPage: 29, where: '明细表', kind: null },
      file(1),
    ]);
    expect(rows.map(({ where, pages }) => [where, pages])).toEqual([
      ['封面', '—'],
      ['明细表', '第 18–29 页，每页'],
      ['附件8　发票：发票1', '第 41 页'],
    ]);
  });

  it('tells many files of one kind in one line', () => {
    const rows = sealRows(Array.from({ length: 120 }, (_, number) => file(number)));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ where: '附件8　发票：共 120 份，每份每页', pages: '第 40–159 页，每页' });
  });

  it('has a key of its own for every line', () => {
    const rows = sealRows([file(1), file(1), { ...file(2), kind: null }, { ...file(2), kind: null }]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
  });
});

describe('time gone by', () => {
  it('is told in minutes and seconds', () => {
    expect([0, 59.9, 75, -1].map(elapsedWords)).toEqual(['0 秒', '59 秒', '1 分 15 秒', '0 秒']);
  });
});
