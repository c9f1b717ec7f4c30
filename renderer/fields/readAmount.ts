import { formatMoney, type MoneyUnit, parseMoney } from '../../shared/entities/money.ts';
import { withoutThousands } from '../../shared/entities/withoutThousands.ts';

/** What typed words were read as, or why they could not be. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly problem: string };

/** What a word behind a figure says: the figure is read in `unit` and taken `times`. */
type Scale = { readonly unit: MoneyUnit; readonly times: number };
const YI: Scale = { unit: 'wanyuan', times: 10_000 };
const WAN: Scale = { unit: 'wanyuan', times: 1 };
const ONE: Scale = { unit: 'yuan', times: 1 };
const YUAN_SCALES: Readonly<Record<string, Scale>> = { 亿元: YI, 亿: YI, 万元: WAN, 万: WAN, 元: ONE };
const USD_SCALES: Readonly<Record<string, Scale>> = {
  亿美元: YI,
  亿: YI,
  万美元: WAN,
  万: WAN,
  美元: ONE,
};

/**
 * Reads an amount as people type and paste it: full-width figures, thousands separators, ￥, a minus of any kind
 * or brackets for a loss, and a unit of their own, which is converted: `12450000元` in a field of 万元 is
 * 1,245.00. Answers integer 分; empty is "not answered". Never rounds, never guesses.
 */
export function readMoney(text: string, unit: MoneyUnit): Read<number> {
  const plain = plainFigure(text).replace(/^(-?)[¥￥]/u, '$1');
  return readScaled(text, plain, unit, YUAN_SCALES, '元');
}

/** Reads 万美元 as integer cents, like readMoney; 美元 and 亿美元 are converted, another money is refused. */
export function readUsd(text: string): Read<number> {
  const plain = plainFigure(text).replace(/^(-?)(?:US)?\$/iu, '$1');
  return readScaled(text, plain, 'wanyuan', USD_SCALES, '美元');
}

function readScaled(
  text: string,
  plain: string,
  unit: MoneyUnit,
  scales: Readonly<Record<string, Scale>>,
  money: string,
): Read<number> {
  if (plain === '') return { ok: true, value: null };
  const [, figure = '', word = ''] = /^(.*?)(\p{Script=Han}*)$/u.exec(plain) ?? [];
  const scale = word === '' ? { unit, times: 1 } : scales[word];
  if (scale === undefined) return { ok: false, problem: notMoney(text) };
  const fen = parseMoney(figure, scale.unit);
  if (fen === null) return { ok: false, problem: moneyProblem(text, figure, scale.unit, money) };
  const value = fen * scale.times;
  if (!Number.isSafeInteger(value)) return { ok: false, problem: `“${text.trim()}”太大了，请核对位数。` };
  return { ok: true, value };
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
    problem: `“${text.trim()}”没有认出是多少，${markWords(text)}请只写数字，例如 ${example}。写的内容先替您留着。`,
  };
}

/** Half-width, without outer spaces and thousands separators, one minus sign, one decimal point. */
function plainFigure(text: string): string {
  const plain = withoutThousands(text)
    .replace(/[\u2212\p{Dash_Punctuation}]/gu, '-')
    .replace(/。/gu, '.')
    .replace(/^负/u, '-');
  return plain.replace(/^\((.+)\)(\p{Script=Han}*)$/u, '-$1$2').replace(/\.$/, '');
}

function moneyProblem(text: string, figure: string, unit: MoneyUnit, money: string): string {
  const words = `“${text.trim()}”`;
  if (/^[+-]?\d+\.\d+$/.test(figure)) {
    const places = unit === 'wanyuan' ? 6 : 2;
    const decimals = figure.split('.')[1]?.length ?? 0;
    const name = unit === 'wanyuan' ? `万${money}` : money;
    if (decimals > places)
      return `${words}比 1 分还细，请取到分（${name}最多 ${places} 位小数）。写的内容先替您留着。`;
  }
  if (/^[+-]?\d+(?:\.\d+)?$/.test(figure)) return `${words}太大了，请核对位数。写的内容先替您留着。`;
  return notMoney(text);
}

function notMoney(text: string): string {
  const example = `例如 ${formatMoney(124_500_000, 'wanyuan')}`;
  return `“${text.trim()}”没有认出是多少钱，${markWords(text)}请只写数字，${example}。写的内容先替您留着。`;
}

/** What is wrong with marks between digits, when there are any. */
function markWords(text: string): string {
  return /\d\s*[,、]\s*\d|\d\s+\d/u.test(text.normalize('NFKC'))
    ? '数字中间的符号分不清是千位分隔还是小数点，'
    : '';
}
