import { normaliseCode } from '../entities/creditCode.ts';
import { normaliseInvoiceNumber } from '../entities/invoiceNumber.ts';
import type { InvoiceFieldName } from '../entities/invoiceReading.ts';
import { normalisePartyName } from '../entities/partyName.ts';

/**
 * A value as two sources of it are compared: numbers half-width without spaces, tax ids upper case, names by one
 * form of brackets, money and dates exact. Empty when nothing is said.
 */
export function comparedValue(field: InvoiceFieldName, value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  switch (field) {
    case 'code':
    case 'number':
    case 'checkCode':
    case 'redLetterOf.code':
    case 'redLetterOf.number':
      return normaliseInvoiceNumber(value);
    case 'buyer.taxId':
    case 'seller.taxId':
      return normaliseCode(value);
    case 'kind':
      return value === 'unknown' ? '' : value;
    case 'issuedOn':
      return value;
    default:
      return normalisePartyName(value);
  }
}

/** A value as a row takes it: numbers and tax ids as they are compared, all other text as it was told. */
export function keptValue(field: InvoiceFieldName, value: string | number): string | number {
  if (typeof value === 'number') return value;
  switch (field) {
    case 'code':
    case 'number':
    case 'checkCode':
    case 'redLetterOf.code':
    case 'redLetterOf.number':
    case 'buyer.taxId':
    case 'seller.taxId':
      return comparedValue(field, value);
    default:
      return value.trim();
  }
}
