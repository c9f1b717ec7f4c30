import type { FileProblem } from '../../../shared/entities/attachment.ts';
import type { IsoDate } from '../../../shared/entities/dates.ts';
import type { Fen } from '../../../shared/entities/money.ts';
import type { ColumnMeaning } from '../../../shared/entities/tableReading.ts';
import { dateOfSerial } from './dateOfSerial.ts';
import { dateOfText } from './dateOfText.ts';
import { readMoney } from './readMoney.ts';
import type { Table } from './recogniseTable.ts';
import { type Cell, cellAt, cellName, type Merge } from './sheet.ts';
import { SHEET_PROBLEMS } from './sheetProblems.ts';

/** One row of data as its columns read. */
export type TableRow = {
  /** From 0. */
  readonly row: number;
  /** First column of a meaning that says something, merged cells included. */
  readonly cell: (meaning: ColumnMeaning) => PlacedCell | null;
  readonly text: (meaning: ColumnMeaning) => string;
  /** Sum of the columns of a meaning; null when none of them holds an amount. */
  readonly money: (meaning: ColumnMeaning) => Fen | null;
  readonly date: (meaning: ColumnMeaning) => IsoDate | null;
};

export type PlacedCell = { readonly cell: Cell; readonly column: number; readonly name: string };

/** Reads rows of a table by its mapping, and gathers what could not be read, cell by cell. */
export function rowReader(table: Table): {
  readonly rowAt: (row: number) => TableRow;
  readonly columnsOf: (meaning: ColumnMeaning) => readonly number[];
  readonly problems: () => readonly FileProblem[];
} {
  const { sheet, mapping } = table;
  const columns = new Map<ColumnMeaning, number[]>();
  for (const [column, meaning] of mapping.columns.entries()) {
    if (meaning !== null) columns.set(meaning, [...(columns.get(meaning) ?? []), column]);
  }
  const columnsOf = (meaning: ColumnMeaning): readonly number[] => columns.get(meaning) ?? [];
  const joined = joinedCells(sheet.merges, mapping.headRow);
  const unworked = new Set<string>();
  const notMoney = new Set<string>();
  const rounded = new Set<string>();
  const notADate = new Set<string>();

  const rowAt = (row: number): TableRow => {
    const at = (column: number): Cell | undefined => {
      const own = cellAt(sheet, row, column);
      if (own !== undefined) return own;
      // Date, voucher and the like written once over several rows mean each of them; an amount does not.
      const top = joined.get(column)?.get(row);
      return top === undefined ? undefined : cellAt(sheet, top, column);
    };
    const cell = (meaning: ColumnMeaning): PlacedCell | null => {
      for (const column of columnsOf(meaning)) {
        const found = at(column);
        if (found !== undefined && (found.text !== '' || found.unworked))
          return { cell: found, column, name: cellName(row, column) };
      }
      return null;
    };
    const money = (meaning: ColumnMeaning): Fen | null => {
      let sum: Fen | null = null;
      for (const column of columnsOf(meaning)) {
        const own = cellAt(sheet, row, column);
        const name = cellName(row, column);
        const read = readMoney(own, mapping.unit);
        if (!read.ok) (own?.unworked === true ? unworked : notMoney).add(name);
        else if (read.fen !== null) {
          sum = (sum ?? 0) + read.fen;
          if (read.rounded) rounded.add(name);
        }
      }
      return sum;
    };
    const date = (meaning: ColumnMeaning): IsoDate | null => {
      const found = cell(meaning);
      if (found === null) return null;
      const read = dateOfCell(found.cell);
      if (read === null) (found.cell.unworked ? unworked : notADate).add(found.name);
      return read;
    };
    return { row, cell, text: (meaning) => cell(meaning)?.cell.text ?? '', money, date };
  };

  const problems = (): readonly FileProblem[] => {
    const told: FileProblem[] = [];
    if (unworked.size > 0) told.push(SHEET_PROBLEMS.withoutValue(sheet.name, [...unworked]));
    if (notMoney.size > 0) told.push(SHEET_PROBLEMS.notMoney(sheet.name, [...notMoney]));
    if (notADate.size > 0) told.push(SHEET_PROBLEMS.notADate(sheet.name, [...notADate]));
    if (rounded.size > 0) told.push(SHEET_PROBLEMS.rounded(sheet.name, [...rounded]));
    return told;
  };
  return { rowAt, columnsOf, problems };
}

/** The day a cell holds: a date, a serial number without the look of one (2000 to 2050), or text. */
export function dateOfCell(cell: Cell): IsoDate | null {
  if (cell.date !== null) return cell.date;
  const { number } = cell;
  if (number !== null && number >= 36_526 && number < 55_154) return dateOfSerial(number, 1900);
  return dateOfText(number === null ? cell.text : String(number));
}

/** By column and row below the head: the row in which a cell joined over several rows is written. */
function joinedCells(
  merges: readonly Merge[],
  headRow: number,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const joined = new Map<number, Map<number, number>>();
  for (const { top, left, bottom, right } of merges) {
    // A table that is joined over thousands of rows is no way to write a voucher.
    if (top <= headRow || bottom === top || left !== right || bottom - top > 1000) continue;
    const rows = joined.get(left) ?? new Map<number, number>();
    for (let row = top + 1; row <= bottom; row += 1) rows.set(row, top);
    joined.set(left, rows);
  }
  return joined;
}
