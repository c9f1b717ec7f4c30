import type { Word } from '../bundle/poppler.ts';

export interface TracedRow {
  /** 序号 as printed. */
  readonly row: number;
  /** 发票代码及号码 as printed, without breaks. */
  readonly number: string;
  /** 页码 of the copy as printed. */
  readonly page: number;
}

const middle = ({ top, bottom }: Word): number => (top + bottom) / 2;

/**
 * Reads the rows of the 投资明细表 off the pages as another program sees them: by where words stand, so
 * that a number counts only in its own column and its own row.
 * @param pages words of each page of the bound PDF
 */
export function tracedRows(pages: readonly (readonly Word[])[]): TracedRow[] {
  return pages.flatMap((words) => {
    const order = words.find(({ text }) => text === '序');
    const [code, page] = ['发票代码', '页'].map((text) =>
      words.find((word) => word.text === text && order !== undefined && Math.abs(word.top - order.top) < 12),
    );
    const end = words.find(({ text }) => text.startsWith('本页小计'));
    if (order === undefined || code === undefined || page === undefined || end === undefined) return [];
    const below = words.filter((word) => word.top > code.bottom + 10 && word.bottom < end.top);
    const inColumn = (word: Word, column: Word) =>
      word.left < column.right + 8 && word.right > column.left - 8;
    const numbers = below.filter((word) => inColumn(word, order) && /^\d+$/.test(word.text));
    return numbers.map((number) => {
      // A cell belongs to the row whose number stands nearest: all cells are centred in their rows.
      const row = below.filter((word) =>
        numbers.every(
          (other) => Math.abs(middle(word) - middle(number)) <= Math.abs(middle(word) - middle(other)),
        ),
      );
      return {
        row: Number(number.text),
        number: row
          .filter((word) => inColumn(word, code) && /^\d+$/.test(word.text))
          .map(({ text }) => text)
          .join(''),
        page: Number(row.find((word) => inColumn(word, page) && /^\d+$/.test(word.text))?.text),
      };
    });
  });
}
