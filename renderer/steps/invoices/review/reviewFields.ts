import type { InvoiceFieldName } from '../../../../shared/entities/invoiceReading.ts';

/** What stands on an invoice, in the order of the form. */
export const ON_THE_INVOICE: readonly InvoiceFieldName[] = [
  'number',
  'code',
  'kind',
  'issuedOn',
  'seller.name',
  'seller.taxId',
  'buyer.name',
  'buyer.taxId',
  'netFen',
  'taxFen',
  'totalFen',
  'checkCode',
  'redLetterOf.number',
  'redLetterOf.code',
];

/** What the draft decides itself. */
export const OF_THE_DRAFT: readonly InvoiceFieldName[] = ['claimedFen', 'category', 'use'];
