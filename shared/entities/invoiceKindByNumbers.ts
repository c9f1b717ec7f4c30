import type { InvoiceKind } from './invoice.ts';

/** Last two digits of a 12-digit 发票代码 (domain.md section 1). */
const BY_CODE_ENDING: Readonly<Record<string, InvoiceKind>> = {
  '04': 'ordinary-paper',
  '05': 'ordinary-paper',
  '06': 'roll',
  '07': 'roll',
  '11': 'ordinary-electronic',
  '12': 'toll',
  '13': 'special-electronic',
};

/** Eighth digit of a 10-digit 发票代码; 2 and 7 (货运) are no kind of ours. */
const BY_EIGHTH_DIGIT: Readonly<Record<string, InvoiceKind>> = {
  '1': 'special-paper',
  '5': 'special-paper',
  '3': 'ordinary-paper',
  '6': 'ordinary-paper',
};

/**
 * What code and number alone tell of an invoice's kind (domain.md section 1); null when they leave it open, as most
 * 20-digit numbers do: they look the same on 专 and 普. Both are expected half-width and without spaces.
 */
export function invoiceKindByNumbers(code: string, number: string): InvoiceKind | null {
  if (/^\d{20}$/.test(number)) {
    if (number.slice(4, 6) === '79') return 'toll';
    if (number[4] === '9') return 'rail';
    if (number[4] === '8') return 'air';
    return null;
  }
  if (/^0\d{11}$/.test(code)) return BY_CODE_ENDING[code.slice(10)] ?? null;
  if (/^\d{10}$/.test(code)) return BY_EIGHTH_DIGIT[code[7] ?? ''] ?? null;
  return null;
}
