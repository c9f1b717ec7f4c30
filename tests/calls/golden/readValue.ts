import { type MoneyUnit, parseMoney } from '../../../shared/entities/money.ts';

/** Text in Chinese quotes, perhaps repeated: “字”×101. */
export function readText(text: string): string {
  const match = /^“([^”]*)”(?:×(\d+))?((?:\+“[^”]*”)*)$/.exec(text);
  if (match === null) return text;
  const tail = [...(match[3] ?? '').matchAll(/“([^”]*)”/g)].map(([, part = '']) => part).join('');
  return (match[1] ?? '').repeat(Number(match[2] ?? 1)) + tail;
}

/** 300 万元, -5 元, 12.5 万美元 as 分 or cents. */
export function readMoney(text: string): number {
  const match = /^(-?[\d.,]+) ?(万元|元|万美元)$/.exec(text);
  const unit: MoneyUnit = match?.[2] === '元' ? 'yuan' : 'wanyuan';
  const fen = match === null ? null : parseMoney(match[1] ?? '', unit);
  if (fen === null) throw new Error(`not an amount: ${text}`);
  return fen;
}

export function readNumber(text: string): number {
  const match = /^(-?\d+(?:\.\d+)?)\D*$/.exec(text);
  if (match === null) throw new Error(`not a number: ${text}`);
  return Number(match[1]);
}

export function readYesNo(text: string): boolean {
  if (text === '是' || text === '做到') return true;
  if (text === '否' || text === '没做到') return false;
  throw new Error(`not 是 or 否: ${text}`);
}
