import type { Application } from '../../../../shared/entities/application.ts';
import { fieldOf } from '../../../../shared/evidence/invoiceField.ts';
import type { ReviewItem } from '../../../../shared/evidence/reviewQueue.ts';
import { INVOICE_FACTS } from '../../../../shared/evidence/sameFact.ts';

/** Rows that can be confirmed together, by why that is safe enough for a person to say so. */
export type ConfirmableRows = {
  /** Every fact certain. */
  readonly certain: readonly string[];
  /** Only lists tell of them: there is no page to compare with, and no value in doubt. */
  readonly listed: readonly string[];
};

/** What an invoice is not worth looking at without. */
const NEEDED = ['number', 'issuedOn', 'totalFen', 'buyer.name', 'seller.name'] as const;

/**
 * Rows that may be confirmed without a look at each: nothing contradicted or in doubt, the important facts there, and
 * no check that finds anything wrong.
 */
export function confirmableRows(
  { invoices, attachments }: Pick<Application, 'invoices' | 'attachments'>,
  queue: readonly ReviewItem[],
  isWrong: (row: string) => boolean,
): ConfirmableRows {
  const rows = new Map(invoices.map((row) => [row.id, row]));
  const paged = new Set(attachments.flatMap(({ id, pages }) => ((pages ?? 0) > 0 ? [id] : [])));
  const certain: string[] = [];
  const listed: string[] = [];
  for (const { invoice, state, fields, problems, attachments: files } of queue) {
    const row = invoice === null ? undefined : rows.get(invoice);
    if (row === undefined || state !== 'fine' || problems.length > 0 || isWrong(row.id)) continue;
    if (NEEDED.some((field) => fieldOf(row, field) === null)) continue;
    const facts = fields.filter(({ field }) => INVOICE_FACTS.includes(field));
    if (facts.every(({ confidence }) => confidence === 'certain')) certain.push(row.id);
    else if (!files.some((id) => paged.has(id))) listed.push(row.id);
  }
  return { certain, listed };
}
