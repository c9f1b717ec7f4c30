import type { Fen } from '../../../../shared/entities/money.ts';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** An amount in Chinese capitals, `（负数）壹仟贰佰圆叁角整`, as 分; null when it is none. 圆 and 元 are the same. */
export function parseRmbUpper(text: string): Fen | null {
  const match =
    /^(\(?负数?\)?)?(?:([零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)[圆元])?([零〇壹贰叁肆伍陆柒捌玖角分]*)[整正]?$/.exec(
      text.normalize('NFKC').replace(/\s/g, ''),
    );
  const [, minus = '', whole = '零', part = ''] = match ?? [];
  if (match === null || (match[2] === undefined && part === '')) return null;
  const yuan = parseWhole(whole);
  const fraction = /^[零〇]*(?:([壹贰叁肆伍陆柒捌玖零])角)?[零〇]*(?:([壹贰叁肆伍陆柒捌玖零])分)?$/.exec(
    part,
  );
  if (yuan === null || fraction === null) return null;
  const fen = yuan * 100 + (DIGITS[fraction[1] ?? '零'] ?? 0) * 10 + (DIGITS[fraction[2] ?? '零'] ?? 0);
  if (!Number.isSafeInteger(fen)) return null;
  return minus === '' || fen === 0 ? fen : -fen;
}

function parseWhole(text: string): number | null {
  let [total, section, digit] = [0, 0, 0];
  for (const character of text) {
    const [value, ten, myriad] = [DIGITS[character], TENS[character], MYRIADS[character]];
    if (value !== undefined) digit = value;
    else if (ten !== undefined) {
      section += (digit === 0 && ten === 10 && section === 0 ? 1 : digit) * ten;
      digit = 0;
    } else if (myriad !== undefined) {
      // 亿 multiplies all that stands before it, 万 only what came after the last 亿.
      if (myriad === 100_000_000) total = (total + section + digit) * myriad;
      else total += (section + digit) * myriad;
      [section, digit] = [0, 0];
    } else return null;
  }
  return total + section + digit;
}
