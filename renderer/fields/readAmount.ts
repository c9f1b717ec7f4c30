import { formatMoney, type MoneyUnit, parseMoney } from '../../shared/entities/money.ts';

/** What typed words were read as, or why they could not be. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly problem: string };

const UNIT_WORDS = { wanyuan: '万元', yuan: '元' } as const;
/** A unit typed behind the figure, and how many 万元 it is; 元 is told apart. */
const TIMES_WAN: Readonly<Record<string, number>> = { 亿元: 10_000, 亿: 10_000, 万元: 1, 万: 1 };

/**
 * Reads an amount as people type and paste it: full-width figures, separators, ￥, a minus of any kind or
 * brackets for a loss, and a unit of their own, which is converted: `12450000元` in a field of 万元 is
 * 1,245.00. Answers integer 分; empty is "not answered". Never rounds.
 */
export function readMoney(text: string, unit: MoneyUnit): Read<number> {
  const plain = plainFigure(text).replace(/^(-?)[¥￥]/u, '$1');
  if (plain === '') return { ok: true, value: null };
  const [, figure = '', word = ''] = /^(.*?)(亿元|亿|万元|万|元)?$/u.exec(plain) ?? [];
  const typedUnit = word === '' ? unit : word === '元' ? 'yuan' : 'wanyuan';
  const fen = parseMoney(figure, typedUnit);
  if (fen === null) return { ok: false, problem: moneyProblem(text, figure, typedUnit) };
  const value = fen * (TIMES_WAN[word] ?? 1);
  if (!Number.isSafeInteger(value)) return { ok: false, problem: `“${text.trim()}”太大了，请核对位数。` };
  return { ok: true, value };
}

/** Reads 万美元 as integer cents, like readMoney. */
export function readUsd(text: string): Read<number> {
  return readMoney(
    plainFigure(text)
      .replace(/^(-?)(?:US)?\$/iu, '$1')
      .replace(/万?美元$/u, ''),
    'wanyuan',
  );
}

/** Reads a number with an optional unit behind it: `98%`, `72.5 分`, `１，２００`. */
export function readNumber(text: string, unit: string): Read<number> {
  const plain = plainFigure(text);
  if (plain === '') return { ok: true, value: null };
  const wanted = unit.normalize('NFKC').replace(/\s/g, '');
  const figure = wanted !== '' && plain.endsWith(wanted) ? plain.slice(0, -wanted.length) : plain;
  const value = /^[+-]?\d+(?:\.\d*)?$/.test(figure) ? Number(figure) : Number.NaN;
  if (Number.isFinite(value)) return { ok: true, value };
  const example = unit === '' ? '20' : `20（单位${unit}不用写）`;
  return {
    ok: false,
    problem: `“${text.trim()}”没有认出是多少，请只写数字，例如 ${example}。写的内容先替您留着。`,
  };
}

/** Half-width, without spaces and separators, one minus sign, one decimal point. */
function plainFigure(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,、]/gu, '')
    .replace(/[\u2212\p{Dash_Punctuation}]/gu, '-')
    .replace(/。/gu, '.')
    .replace(/^负/u, '-');
  const bracketed = /^\((.+)\)$/.exec(plain)?.[1];
  return (bracketed === undefined ? plain : `-${bracketed}`).replace(/\.$/, '');
}

function moneyProblem(text: string, figure: string, unit: MoneyUnit): string {
  const words = `“${text.trim()}”`;
  if (/^[+-]?\d+\.\d+$/.test(figure)) {
    const places = unit === 'wanyuan' ? 6 : 2;
    const decimals = figure.split('.')[1]?.length ?? 0;
    if (decimals > places)
      return `${words}比 1 分还细，请取到分（${UNIT_WORDS[unit]}最多 ${places} 位小数）。写的内容先替您留着。`;
  }
  if (/^[+-]?\d+(?:\.\d+)?$/.test(figure)) return `${words}太大了，请核对位数。写的内容先替您留着。`;
  const example = `例如 ${formatMoney(124_500_000, 'wanyuan')}`;
  return `${words}没有认出是多少钱，请只写数字，${example}。写的内容先替您留着。`;
}
