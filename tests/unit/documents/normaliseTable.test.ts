import { describe, expect, it } from 'vitest';
import type { Cell, Row, Table } from '../../../shared/documents/block.ts';
import { normaliseTable } from '../../../shared/documents/normaliseTable.ts';

function cell(text: string, span = 1, rows = 1): Cell {
  return {
    span,
    rows,
    role: 'value',
    align: 'left',
    content: [
      { type: 'paragraph', style: 'cell', align: null, content: [{ type: 'text', text, marks: [] }] },
    ],
  };
}
const row = (...cells: Cell[]): Row => ({ cells, height: null, anchor: null });
function table(columns: number[], rows: Row[], head: Row[] = []): Table {
  return { type: 'table', anchor: null, style: 'user', columns, head, rows, size: 'normal' };
}
function texts(rows: readonly Row[]): string[][] {
  return rows.map(({ cells }) =>
    cells.map(({ content }) =>
      content
        .flatMap((block) => (block.type === 'paragraph' ? block.content : []))
        .map((inline) => (inline.type === 'text' ? inline.text : ''))
        .join('+'),
    ),
  );
}

/** How often each slot of the grid is covered; all ones is what the writers need. */
function coverage(rows: readonly Row[], columns: number): number[][] {
  const grid = rows.map(() => new Array<number>(columns).fill(0));
  rows.forEach((line, r) => {
    let column = 0;
    for (const { span, rows: depth } of line.cells) {
      while ((grid[r]?.[column] ?? 0) > 0) column += 1;
      for (let y = r; y < r + depth; y += 1)
        for (let x = column; x < column + span; x += 1) {
          const target = grid[y];
          if (target === undefined || x >= columns) throw new Error('outside the grid');
          target[x] = (target[x] ?? 0) + 1;
        }
      column += span;
    }
  });
  return grid;
}
function expectTiled(result: Table | null): Table {
  if (result === null) throw new Error('no table');
  for (const rows of [result.head, result.rows])
    expect(
      coverage(rows, result.columns.length)
        .flat()
        .every((n) => n === 1),
    ).toBe(true);
  return result;
}

describe('normaliseTable', () => {
  it('leaves a good table with spans both ways as it is', () => {
    const good = table([1, 2, 1], [row(cell('a', 1, 2), cell('b', 2)), row(cell('c'), cell('d'))]);
    expect(normaliseTable(good)).toEqual(good);
  });

  it('fills a short row and widens the grid for a long one', () => {
    const result = expectTiled(
      normaliseTable(table([2, 4], [row(cell('a')), row(cell('b'), cell('c'), cell('d'))])),
    );
    expect(result.columns).toEqual([2, 4, 3]);
    expect(texts(result.rows)).toEqual([
      ['a', ''],
      ['b', 'c', 'd'],
    ]);
  });

  it('adds no column for a span that merely overshoots', () => {
    const result = expectTiled(
      normaliseTable(table([1, 1], [row(cell('a', 40)), row(cell('b'), cell('c'))])),
    );
    expect(result.columns).toEqual([1, 1]);
    expect(result.rows[0]?.cells[0]?.span).toBe(2);
  });

  it('ends a row span with the table and cuts a column span that meets one from above', () => {
    const result = expectTiled(
      normaliseTable(table([1, 1, 1], [row(cell('a'), cell('tall', 1, 400), cell('b')), row(cell('c', 3))])),
    );
    expect(texts(result.rows)).toEqual([
      ['a', 'tall', 'b'],
      ['c', ''],
    ]);
    expect(result.rows[0]?.cells[1]?.rows).toBe(2);
  });

  it('keeps the text of cells beyond sixty columns in the last one', () => {
    const many = Array.from({ length: 70 }, (_, index) => cell(`t${index}`));
    const result = expectTiled(normaliseTable(table([1], [row(...many)])));
    expect(result.columns).toHaveLength(60);
    expect(texts(result.rows).flat().join('+')).toBe(many.map((_, index) => `t${index}`).join('+'));
  });

  it('keeps the text of a row that cells from above cover whole', () => {
    const tall = Array.from({ length: 60 }, (_, index) => cell(`t${index}`, 1, 2));
    const result = expectTiled(normaliseTable(table([1], [row(...tall), row(cell('below'))])));
    expect(texts(result.rows)[0]?.at(-1)).toBe('t59+below');
  });

  it('survives nonsense numbers, rows without cells and columns without width', () => {
    const result = expectTiled(
      normaliseTable(
        table([Number.NaN, 0, 3], [row(), row(cell('a', 0, -1), cell('b', 1.9, Number.POSITIVE_INFINITY))]),
      ),
    );
    expect(result.columns).toEqual([3, 3, 3]);
    expect(normaliseTable(table([], []))).toBeNull();
  });

  it('does not let a head cell span into the body, and prints a head without a body as rows', () => {
    const result = expectTiled(
      normaliseTable(table([1, 1], [row(cell('a'), cell('b'))], [row(cell('h', 1, 3), cell('i'))])),
    );
    expect(result.head[0]?.cells[0]?.rows).toBe(1);
    const bare = expectTiled(normaliseTable(table([1], [], [row(cell('h'))])));
    expect([bare.head.length, texts(bare.rows)]).toEqual([0, [['h']]]);
  });

  it('tiles the grid for a thousand random tables and loses no text', () => {
    let seed = 7;
    const random = (limit: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * limit);
    };
    for (let round = 0; round < 1000; round += 1) {
      let name = 0;
      const rows = Array.from({ length: 1 + random(6) }, () =>
        row(...Array.from({ length: random(7) }, () => cell(`t${name++}`, 1 + random(4), 1 + random(4)))),
      );
      const columns = Array.from({ length: 1 + random(5) }, () => 1 + random(3));
      const result = expectTiled(normaliseTable(table(columns, rows)));
      const kept = texts(result.rows)
        .flat()
        .filter((text) => text !== '');
      expect(kept.flatMap((text) => text.split('+'))).toHaveLength(name);
    }
  });
});
