import type { FieldReading, InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';
import { parseMoney } from '../../../../shared/entities/money.ts';
import type { PdfFile } from '../../pdfium/openPdfFile.ts';
import { readInfo } from '../../pdfium/readInfo.ts';
import { dateOf } from '../dateOf.ts';

/** Keys that issuing programs write into the information dictionary, and what they hold. */
const KEYS: readonly (readonly [key: string, field: InvoiceFieldName])[] = [
  ['InvoiceNumber', 'number'],
  ['InvoiceCode', 'code'],
  ['IssueTime', 'issuedOn'],
  ['IssueDate', 'issuedOn'],
  ['TotalAmWithoutTax', 'netFen'],
  ['TotalTaxAm', 'taxFen'],
  ['TotalTax-includedAmount', 'totalFen'],
  ['BuyerName', 'buyer.name'],
  ['BuyerIdNum', 'buyer.taxId'],
  ['SellerName', 'seller.name'],
  ['SellerIdNum', 'seller.taxId'],
];

/** What the information dictionary of a PDF tells of an invoice; empty unless it holds an invoice's number. */
export function readPdfMetadata(file: PdfFile): FieldReading[] {
  const fields = KEYS.flatMap(([key, field]): FieldReading[] => {
    const value = readValue(field, readInfo(file, key));
    return value === null
      ? []
      : [{ field, value, source: 'pdf-metadata', confidence: 'likely', place: null }];
  });
  return fields.some(({ field }) => field === 'number') ? fields : [];
}

function readValue(field: InvoiceFieldName, text: string): string | number | null {
  const bare = text.normalize('NFKC').replace(/\s/g, '');
  switch (field) {
    case 'number':
      return /^(\d{20}|\d{8})$/.test(bare) ? bare : null;
    case 'code':
      return /^(\d{10}|\d{12})$/.test(bare) ? bare : null;
    case 'issuedOn':
      return dateOf(bare);
    case 'netFen':
    case 'taxFen':
    case 'totalFen':
      return parseMoney(bare.replace(/^[¥￥]/, ''), 'yuan');
    default:
      return text === '' ? null : text;
  }
}
