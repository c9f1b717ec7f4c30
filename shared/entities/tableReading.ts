import { z } from 'zod';
import { InvoiceFieldName } from './invoiceReading.ts';
import { LedgerCost } from './ledger.ts';
import { Fen } from './money.ts';

/** What a column of an R&D ledger sheet holds (domain.md section 3); cost groups are `cost.personnel` and the like. */
export const LedgerColumn = z.enum([
  'year',
  'month',
  'day',
  'date',
  'voucherKind',
  'voucherNumber',
  'voucher',
  'summary',
  'voucherFen',
  'creditFen',
  'balanceSide',
  'balanceFen',
  'collectedFen',
  ...LedgerCost.options.map((cost) => `cost.${cost}` as const),
]);
export type LedgerColumn = z.infer<typeof LedgerColumn>;

/** What a row of a 汇总表 holds. */
export const SummaryColumn = z.enum(['code', 'name', 'status', 'expenseType', 'totalFen']);
export type SummaryColumn = z.infer<typeof SummaryColumn>;

/** What a column can mean, whatever the table is. */
export const ColumnMeaning = z.union([InvoiceFieldName, LedgerColumn, SummaryColumn]);
export type ColumnMeaning = z.infer<typeof ColumnMeaning>;

export const TableKind = z.enum(['invoice-list', 'ledger', 'ledger-summary']);
export type TableKind = z.infer<typeof TableKind>;

/**
 * How the columns of a sheet are to be understood: found by its heads, or corrected by the user. Remembered on this
 * machine by `signature` (the heads as one text), so that next month's file of the same ledger reads by itself.
 */
export const TableMapping = z.strictObject({
  signature: z.string().max(10_000),
  kind: TableKind,
  /** Last row of the head, from 0; data begins below. */
  headRow: z.number().int().min(0),
  /** By column from 0: what it holds; null for what is not wanted. Empty in a choice that leaves them to the heads. */
  columns: z.array(ColumnMeaning.nullable()).max(1000),
  /** Unit of its amounts. */
  unit: z.enum(['yuan', 'wanyuan']).default('yuan'),
  /** Names of sheets with these heads that are no table for us and are not read; absent where nobody said so. */
  without: z.array(z.string()).max(1000).optional(),
});
export type TableMapping = z.infer<typeof TableMapping>;

/** One sheet of a spreadsheet as it was understood, with enough of it to judge that by eye. */
export const TableReading = z.strictObject({
  /** Its name; empty in separated text, which is one sheet and names none. */
  sheet: z.string(),
  mapping: TableMapping,
  /** Heads by column from 0, those of several rows joined with `/`. */
  heads: z.array(z.string()),
  /** First rows of data as they read. */
  preview: z.array(z.array(z.string())),
  /** Rows of data in all, without 合计, 期初余额 and empty ones. */
  rows: z.number().int().min(0),
  /** Whether heads told every column that is needed; when not, the user is asked to map them. */
  sure: z.boolean(),
  /** Columns that are needed and were not found, in words. */
  missing: z.array(z.string()).default([]),
  /** Heads of columns that hold something and that nobody knows: what they say is not read. */
  unused: z.array(z.string()).default([]),
});
export type TableReading = z.infer<typeof TableReading>;

/** A row of a 汇总表: what it tells of one R&D project. */
export const LedgerSummaryRow = z.strictObject({
  code: z.string().default(''),
  name: z.string().default(''),
  totalFen: Fen.nullable().default(null),
});
export type LedgerSummaryRow = z.infer<typeof LedgerSummaryRow>;
