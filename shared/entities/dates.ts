import { z } from 'zod';

/** A calendar day as ISO text, `2020-02-10`; a day that does not exist is refused. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

/** A calendar month as ISO text, `2020-02`. */
export const IsoMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应写作 2020-02 的样子');
export type IsoMonth = z.infer<typeof IsoMonth>;

/** A moment as ISO text in UTC, `2020-01-31T08:00:00.000Z`. */
export const IsoInstant = z.iso.datetime();
export type IsoInstant = z.infer<typeof IsoInstant>;

/** First day of a month: `2018-01` is `2018-01-01`. */
export function firstDayOf(month: IsoMonth): IsoDate {
  return `${month}-01`;
}

/** Last day of a month, leap years included: `2020-02` is `2020-02-29`. */
export function lastDayOf(month: IsoMonth): IsoDate {
  const year = Number(month.slice(0, 4));
  const following = Number(month.slice(5, 7));
  const day = new Date(Date.UTC(year, following, 0)).getUTCDate();
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** Whole months from the first to the last month, both counted: 2018-01 to 2019-12 is 24 (工期). */
export function monthsInclusive(start: IsoMonth, end: IsoMonth): number {
  const count = (month: IsoMonth) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(end) - count(start) + 1;
}

/** `2020-02-10` as `2020年2月10日`. */
export function chineseDate(date: IsoDate): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** `2018-01` as `2018年1月`. */
export function chineseMonth(month: IsoMonth): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;
}
