import type { IsoDate } from '../../../shared/entities/dates.ts';
import { isoOf, monthAndDay } from '../sheet/dateOfText.ts';
import type { TableRow } from '../sheet/readRows.ts';

/**
 * Dates of the rows of one sheet, in their order. A ledger writes the year over the column and a month only where it
 * changes, so that both are carried down; a day is never made up.
 */
export function createLedgerDates(year: number | null): {
  readonly dateOf: (line: TableRow) => IsoDate | null;
} {
  let [lastYear, lastMonth] = [year === null ? '' : String(year), ''];
  const dateOf = (line: TableRow): IsoDate | null => {
    const short = monthAndDay(line.cell('date')?.cell.number === null ? line.text('date') : '');
    if (short !== null && lastYear !== '') return isoOf(lastYear, short.month, short.day);
    const whole = line.date('date');
    if (whole !== null) return whole;
    lastYear = /^(20\d{2})年?$/.exec(line.text('year'))?.[1] ?? lastYear;
    lastMonth = /^(\d{1,2})月?$/.exec(line.text('month'))?.[1] ?? lastMonth;
    const day = /^(\d{1,2})日?$/.exec(line.text('day'))?.[1];
    return day === undefined || lastMonth === '' || lastYear === '' ? null : isoOf(lastYear, lastMonth, day);
  };
  return { dateOf };
}
