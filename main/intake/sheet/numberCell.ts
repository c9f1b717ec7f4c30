import { SSF } from '@e965/xlsx';
import { dateOfSerial } from './dateOfSerial.ts';
import type { Cell } from './sheet.ts';

/** Which day a workbook's serial numbers are counted from. */
export type Calendar = 1900 | 1904;

/** A number as its format shows it, as a day where the format is one of days. */
export function numberCell(number: number, format: string, calendar: Calendar): Cell {
  const general = format === 'General' || format === '@';
  const date = !general && SSF.is_date(format) ? dateOfSerial(number, calendar) : null;
  return { text: date ?? (general ? String(number) : shown(number, format)), number, date, unworked: false };
}

/** 00012345 keeps its noughts. A format that makes no sense shows the number. */
function shown(number: number, format: string): string {
  try {
    return String(SSF.format(format, number)).trim();
  } catch {
    return String(number);
  }
}
