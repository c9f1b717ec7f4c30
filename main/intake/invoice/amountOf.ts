import { type Fen, parseMoney } from '../../../shared/entities/money.ts';

/** An amount as invoices write it, in 分: `¥318.00`, `￥ 1,245.00`, `-12.5`, `CNY 870.00`, `318.00元`. Null for all else. */
export function amountOf(text: string): Fen | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?<sign>[-−–]?)\s*(?:[¥￥]|CNY|RMB)\s*/i, '$<sign>')
    .replace(/\s*元$/, '')
    .replace(/^[−–]\s*/, '-');
  return plain === '' ? null : parseMoney(plain, 'yuan');
}
