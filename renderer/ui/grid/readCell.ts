import type { IsoDate } from '../../../shared/entities/dates.ts';
import type { Fen, MoneyUnit } from '../../../shared/entities/money.ts';
import { readMoney } from '../../fields/readAmount.ts';
import { readDate } from '../../fields/readDate.ts';

/** A typed or pasted text as a value; empty text is no value. The message speaks of a cell, which keeps what it had. */
export type ReadValue<Value> =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly message: string };

/** Money as the form's fields read it. */
export function readMoneyCell(text: string, unit: MoneyUnit): ReadValue<Fen> {
  const read = readMoney(text, unit);
  if (read.ok) return read;
  const tooFine = /^[-+]?[\d,]+\.\d{3,}$/.test(text.normalize('NFKC').trim());
  const wanted = tooFine ? '比分还细，请只写到分' : '没有认出是多少钱，请只写数字，例如 1,234.50';
  return { ok: false, message: `“${text.trim()}”${wanted}` };
}

/** A day as the form's fields read it; the time that databases write behind it is left out. */
export function readDateCell(text: string): ReadValue<IsoDate> {
  const day = text.replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?\s*$/, '');
  const read = readDate(day);
  if (read.ok) return read;
  return { ok: false, message: `“${text.trim()}”没有认出是哪一天，请写成 2020-02-10 这样的日期` };
}
