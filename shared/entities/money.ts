import { z } from 'zod';
import { withoutThousands } from './withoutThousands.ts';

/**
 * Money inside the product is an integer number of 分 (CNY cents); never a float, never 万元.
 * 万元 and 元 exist only at the edge: what a person types and what a page prints.
 * US dollars (出口, E2 and E8) are kept the same way, in cents.
 */
export const Fen = z.number().int().min(-9_007_199_254_740_991).max(9_007_199_254_740_991);
export type Fen = z.infer<typeof Fen>;

const CENTS_PER_UNIT = { yuan: 100n, wanyuan: 1_000_000n } as const;
export type MoneyUnit = keyof typeof CENTS_PER_UNIT;

/**
 * Reads a decimal a person typed ("1,245.00", "３００", "-12.4") as integer 分 of the given unit.
 * Digits beyond 分 are refused rather than rounded away, and separators that are no thousands (12,5). Null when it is no such number.
 */
export function parseMoney(text: string, unit: MoneyUnit): Fen | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(withoutThousands(text));
  if (match === null) return null;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const scale = CENTS_PER_UNIT[unit];
  const places = String(scale).length - 1;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > places) return null;
  const cents = BigInt(whole) * scale + BigInt(kept.padEnd(places, '0') || '0');
  const parsed = Fen.safeParse(Number(sign === '-' ? -cents : cents));
  return parsed.success ? parsed.data : null;
}

/**
 * Prints integer 分 in 元 or 万元 with thousands separators, at least two decimals (or as many as are asked for) and
 * never fewer than the amount needs: 1245000000 分 is "1,245.00" 万元 and 1245000001 分 is "1,245.000001" 万元.
 */
export function formatMoney(fen: Fen, unit: MoneyUnit, least = 2): string {
  const scale = CENTS_PER_UNIT[unit];
  const places = String(scale).length - 1;
  const cents = BigInt(fen);
  const absolute = cents < 0n ? -cents : cents;
  const whole = String(absolute / scale).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const fraction = String(absolute % scale)
    .padStart(places, '0')
    .replace(/0+$/, '')
    .padEnd(Math.min(least, places), '0');
  return `${cents < 0n ? '-' : ''}${whole}.${fraction}`;
}
