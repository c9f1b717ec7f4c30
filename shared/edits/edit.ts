import { z } from 'zod';
import { AnswerValue, ApplicationSettings, DirectionChoice } from '../entities/application.ts';
import { Attachment } from '../entities/attachment.ts';
import { BudgetLine } from '../entities/budgetLine.ts';
import { ConsortiumMember } from '../entities/consortium.ts';
import { OwnIndicator } from '../entities/indicator.ts';
import { Invoice } from '../entities/invoice.ts';
import { InvoiceReading } from '../entities/invoiceReading.ts';
import { LedgerProject, LedgerRow } from '../entities/ledger.ts';
import { Fen } from '../entities/money.ts';
import { RichDocument } from '../entities/richText.ts';

const Key = z.string().min(1).max(300);
const Ids = z.array(Key).max(100_000);

/**
 * A change to rows of one list. `save` changes the rows with those ids and adds new ones at the end, `remove`
 * takes rows out, `order` (every id of the list, afterwards) puts them in order. An id is in one of them only.
 */
const rowsOf = <Name extends string, Row extends z.ZodType>(list: Name, row: Row) =>
  z.strictObject({
    kind: z.literal('rows'),
    list: z.literal(list),
    save: z.array(row).max(100_000).default([]),
    remove: Ids.default([]),
    order: Ids.optional(),
  });

export const RowsEdit = z.discriminatedUnion('list', [
  rowsOf('ownIndicators', OwnIndicator),
  rowsOf('consortium', ConsortiumMember),
  rowsOf('budget', BudgetLine),
  rowsOf('invoices', Invoice),
  rowsOf('attachments', Attachment),
  rowsOf('readings', InvoiceReading),
  /** Whole sub-ledgers with their rows. */
  rowsOf('ledger', LedgerProject),
]);
export type RowsEdit = z.infer<typeof RowsEdit>;

/**
 * One change to an application, small enough to be saved at once and to be taken back: what the window sends,
 * main stores, and undo turns round. Values replace; `null` of an answer or target is "not answered".
 */
export const Edit = z.union([
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('answer'), field: Key, value: AnswerValue }),
    z.strictObject({ kind: z.literal('direction'), value: DirectionChoice }),
    z.strictObject({
      kind: z.literal('target'),
      target: Key,
      value: z.union([z.number(), z.boolean(), z.null()]),
    }),
    /** A figure of the financial statements; null is "not typed". */
    z.strictObject({ kind: z.literal('statement'), field: Key, value: Fen.nullable() }),
    /** Null takes the words of the outline item out altogether. */
    z.strictObject({ kind: z.literal('plan'), item: Key, value: RichDocument.nullable() }),
    z.strictObject({ kind: z.literal('settings'), value: ApplicationSettings }),
    /** Null takes a finding that was set aside back in. */
    z.strictObject({ kind: z.literal('setAside'), finding: Key, reason: z.string().min(1).nullable() }),
    /** Voucher lines of one sub-ledger; like `rows`. */
    z.strictObject({
      kind: z.literal('ledgerRows'),
      project: Key,
      save: z.array(LedgerRow).max(100_000).default([]),
      remove: Ids.default([]),
      order: Ids.optional(),
    }),
  ]),
  RowsEdit,
]);
export type Edit = z.infer<typeof Edit>;
