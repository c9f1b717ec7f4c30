import type { Collection } from './condition.ts';

/**
 * What a rule may ask of a row: `{"row": "buyer.taxId"}`, `sum.amount` and every `where`. The names are
 * those of shared/entities, and a few derived ones:
 * - invoices `countedFen`: what the invoice adds to the invested sum (claimed part, else all of it on
 *   the draft's 含税/不含税 basis); `amountFen`: its amount on that basis; `copyCount`
 * - ledger `totalFen`: all its rows collected; `countedFen`: claimed part, else the total; `rowCount`
 * - ledgerRows `countedFen`: 归集金额 as written, else the sum of the details
 * A row value that is empty text or null is "not answered".
 */
export const ROW_PATHS: Readonly<Record<Collection, readonly string[]>> = {
  invoices: [
    'id',
    'kind',
    'code',
    'number',
    'issuedOn',
    'netFen',
    'taxFen',
    'totalFen',
    'amountFen',
    'claimedFen',
    'countedFen',
    'checkCode',
    'buyer.name',
    'buyer.taxId',
    'seller.name',
    'seller.taxId',
    'category',
    'use',
    'voucher',
    'note',
    'copyCount',
  ],
  budget: ['id', 'category', 'item', 'detail', 'amountFen', 'reason'],
  consortium: ['id', 'lead', 'name', 'code', 'address', 'contact', 'phone', 'task', 'introduction'],
  ledger: [
    'id',
    'style',
    'code',
    'name',
    'status',
    'expenseType',
    'year',
    'openingFen',
    'summaryFen',
    'claimedFen',
    'totalFen',
    'countedFen',
    'rowCount',
  ],
  ledgerRows: [
    'id',
    'date',
    'voucherKind',
    'voucherNumber',
    'summary',
    'voucherFen',
    'collectedFen',
    'countedFen',
    'creditFen',
    'balanceFen',
    'balanceSide',
  ],
  attachments: ['id', 'kind', 'name', 'title', 'bytes', 'sniffedType', 'pages', 'encrypted', 'dpi'],
};
