import { IsoDate } from '../../../shared/entities/dates.ts';

/**
 * A day as invoices write it: `2020年10月10日` (spaces between are common), `2024-05-28 09:12:33`, `2024/5/28`,
 * `20240528`. Null for what is no day of the calendar.
 */
export function dateOf(text: string): IsoDate | null {
  const plain = text.normalize('NFKC').trim();
  const parts =
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?/.exec(plain) ??
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})(?:\d{6}(?:\d{3})?)?$/.exec(plain);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  return IsoDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data ?? null;
}
