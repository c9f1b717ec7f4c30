import { IsoDate, IsoMonth } from '../../shared/entities/dates.ts';
import type { Read } from './readAmount.ts';

/** Reads a day as people write it: 2020-1-5, 2020年1月5日, 2020/01/05, 2020.1.5, 20200105. Answers ISO text. */
export function readDate(text: string): Read<string> {
  const plain = plainDate(text);
  if (plain === '') return { ok: true, value: null };
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match === null) return refuse(text, '年、月、日都要写，例如 2020-02-03 或 2020年2月3日');
  const iso = match
    .slice(1)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return IsoDate.safeParse(iso).success ? { ok: true, value: iso } : refuse(text, '日历上没有这一天，请核对');
}

/** Reads a month: 2020-1, 2020年1月, 2020/01, 202001; a day written behind it is left out. Answers `2020-01`. */
export function readMonth(text: string): Read<string> {
  const plain = plainDate(text);
  if (plain === '') return { ok: true, value: null };
  const match = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(plain) ?? /^(\d{4})(\d{2})(?:\d{2})?$/.exec(plain);
  if (match === null) return refuse(text, '年和月都要写，例如 2020-02 或 2020年2月');
  const iso = `${match[1]}-${(match[2] ?? '').padStart(2, '0')}`;
  return IsoMonth.safeParse(iso).success ? { ok: true, value: iso } : refuse(text, '月份是 1 至 12，请核对');
}

function plainDate(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/\s*[年月/.。、\p{Dash_Punctuation}]\s*/gu, '-')
    .replace(/[日号]$/u, '')
    .replace(/\s+/g, '-')
    .replace(/-+$/, '');
}

function refuse(text: string, why: string): Read<string> {
  return { ok: false, problem: `“${text.trim()}”没有认出来：${why}。写的内容先替您留着。` };
}
