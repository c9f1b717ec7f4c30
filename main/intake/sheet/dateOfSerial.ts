import type { IsoDate } from '../../../shared/entities/dates.ts';

const DAY_MS = 86_400_000;
/** Days from the day zero of the two calendars of spreadsheets to 1970-01-01. */
const DAYS_TO_1970 = { 1900: 25_569, 1904: 24_107 } as const;
/** From March 1900 on the 1900 calendar is right (before, it counts a 29 February that never was) until 9999. */
const FIRST = 61;
const LAST = 2_958_465;

/** The day of a serial number, its time of day left out; null when it is no day. */
export function dateOfSerial(serial: number, calendar: 1900 | 1904): IsoDate | null {
  const day = Math.floor(serial) + (DAYS_TO_1970[1900] - DAYS_TO_1970[calendar]);
  if (!(day >= FIRST && day <= LAST)) return null;
  return new Date((day - DAYS_TO_1970[1900]) * DAY_MS).toISOString().slice(0, 10);
}
