import type { Confidence, InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';
import { parseMoney } from '../../../../shared/entities/money.ts';
import type { Box } from '../../words/segment.ts';

/** A value that the words of a page tell, and where it stands on the upright page. */
export type TextField = {
  readonly field: InvoiceFieldName;
  readonly value: string | number;
  readonly confidence: Exclude<Confidence, 'certain'>;
  readonly box: Box;
};

/** Money as invoices print it: `¥1,234.50`, `-¥12.00`, `¥-12.00`, `CNY 550.46`. At least one decimal or a sign of money. */
const MONEY = /^(-?)(?:[¥￥$]|CNY|RMB)?(-?)(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,2})(?!\d)/;
const WHOLE = /^(-?)(?:[¥￥$]|CNY|RMB)(-?)(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,])/;

/** The amount a text begins with, in 分; null when it begins otherwise. The text is expected plain (NFKC, no spaces). */
export function leadingMoney(text: string): { readonly fen: number; readonly length: number } | null {
  const dashed = text.replace(/[−–—]/g, '-');
  const match = MONEY.exec(dashed) ?? WHOLE.exec(dashed);
  if (match === null) return null;
  const [all, before = '', after = '', whole = '', decimals = '0'] = match;
  const fen = parseMoney(`${whole.replaceAll(',', '')}.${decimals}`, 'yuan');
  if (fen === null) return null;
  const minus = before !== '' || after !== '';
  return { fen: minus && fen !== 0 ? -fen : fen, length: all.length };
}

/** A whole text that is one amount. */
export function wholeMoney(text: string): number | null {
  const found = leadingMoney(text);
  return found !== null && found.length === text.length ? found.fen : null;
}
