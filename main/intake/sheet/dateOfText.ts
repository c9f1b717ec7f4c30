import { IsoDate } from '../../../shared/entities/dates.ts';

/**
 * Reads a day as ledgers write it: 2019.3.5, 2019/3/5, 2019年3月5日, 20190305, 2019-03-05 10:11:12, 19/3/5 not (it
 * could be three days). Null when it is no such day.
 */
export function dateOfText(text: string): IsoDate | null {
  const plain = plainDate(text);
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T-]\d{1,2}:\d{2}.*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  return match === null ? null : isoOf(match[1], match[2], match[3]);
}

/** Month and day of a text without a year: 3月5日, 3.5, 03-05. */
export function monthAndDay(text: string): { readonly month: string; readonly day: string } | null {
  const match = /^(\d{1,2})-(\d{1,2})$/.exec(plainDate(text));
  return match === null ? null : { month: match[1] ?? '', day: match[2] ?? '' };
}

/** A day of its parts; null when the calendar does not hold it. */
export function isoOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): IsoDate | null {
  const iso = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return IsoDate.safeParse(iso).success ? iso : null;
}

function plainDate(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/\s*[年月/.。\p{Dash_Punctuation}]\s*/gu, '-')
    .replace(/[日号]/u, '')
    .replace(/\s+/g, '-')
    .replace(/-+$/, '');
}
