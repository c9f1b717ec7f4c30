import { describe, expect, it } from 'vitest';
import { fitWidth, layoutPages, pageAt, rowOf, rowsInView } from '../../../renderer/preview/pageLayout.ts';

describe('pages as an open book', () => {
  const book = layoutPages(6, 200, true);

  it('lay the cover alone on the right, and odd pages always on the right', () => {
    expect(book.rows.map(({ left, right }) => [left, right])).toEqual([
      [null, 0],
      [1, 2],
      [3, 4],
      [5, null],
    ]);
  });

  it('know the row of every page', () => {
    for (const [row, { left, right }] of book.rows.entries())
      for (const index of [left, right]) if (index !== null) expect(rowOf(index, true)).toBe(row);
  });

  it('have one row for one page, and none for none', () => {
    expect(layoutPages(1, 200, true).rows).toHaveLength(1);
    expect(layoutPages(0, 200, true).rows).toHaveLength(0);
  });
});

describe('pages one below the other', () => {
  const list = layoutPages(300, 210, false);

  it('have the shape of A4', () => {
    expect(list.page).toEqual({ width: 210, height: 297 });
    expect(list.height).toBe(300 * list.rowHeight);
  });

  it('are drawn only in view and one beyond', () => {
    expect(rowsInView(list, 0, 600)).toEqual({ first: 0, last: 2 });
    const { first, last } = rowsInView(list, 100 * list.rowHeight, 600);
    expect([first, last]).toEqual([99, 102]);
    expect(rowsInView(list, list.height, 600).last).toBe(299);
  });

  it('tell which page is being read', () => {
    expect(pageAt(list, 0)).toBe(0);
    expect(pageAt(list, 10 * list.rowHeight)).toBe(10);
    expect(pageAt(list, 10 * list.rowHeight + 250)).toBe(11);
  });

  it('fill the room they have', () => {
    expect(fitWidth(324, false)).toBe(300);
    expect(fitWidth(636, true)).toBe(300);
  });
});
