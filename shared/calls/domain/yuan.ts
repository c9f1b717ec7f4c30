import { type Fen, formatMoney } from '../../entities/money.ts';
import type { Compared } from '../finding.ts';

/** An amount of an invoice or a voucher, which are kept in 元. */
export function yuan(fen: Fen): string {
  return `${formatMoney(fen, 'yuan')} 元`;
}

/** Two amounts and what lies between them. */
export function comparedYuan(left: Fen, right: Fen): Compared {
  return { left: yuan(left), right: yuan(right), difference: yuan(Math.abs(left - right)) };
}
