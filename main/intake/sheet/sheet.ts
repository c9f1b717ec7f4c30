import type { IsoDate } from '../../../shared/entities/dates.ts';

/** One cell as a person sees it. Text stays text: 20 digits of a 数电票 would not survive as a number. */
export type Cell = {
  /** What is shown, without white space around it. */
  readonly text: string;
  /** Value of a numeric cell; null for text. */
  readonly number: number | null;
  /** The day of a numeric cell that is shown as a date. */
  readonly date: IsoDate | null;
  /** A formula whose result the file does not hold and that is none of the simple ones worked out here. */
  readonly unworked: boolean;
};

/** A rectangle of cells joined into one; rows and columns from 0, both ends counted. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** One sheet; rows and cells from 0, undefined where nothing stands (never a hole of the array). */
export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly merges: readonly Merge[];
};

/** How much of a spreadsheet is read: far more than a ledger of a company holds, and far less than memory. */
export const SHEET_LIMITS = {
  fileBytes: 64 * 2 ** 20,
  /** All parts of an .xlsx together once unpacked; the worst made of so much takes a child to 910 of its 1024 MB. */
  unpackedBytes: 40 * 2 ** 20,
  sheets: 100,
  rows: 100_000,
  columns: 256,
  /** Cells of all sheets together. */
  cells: 800_000,
  /** Characters of one cell; a spreadsheet allows no more. */
  text: 32_767,
} as const;

/** A cell of plain text. */
export function textCell(text: string): Cell {
  return { text: text.slice(0, SHEET_LIMITS.text).trim(), number: null, date: null, unworked: false };
}

/** The cell at a place; undefined where nothing stands. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows[row]?.[column];
}

/** A cell as a spreadsheet names it: row 11, column 2 is `C12`. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row + 1}`;
}
