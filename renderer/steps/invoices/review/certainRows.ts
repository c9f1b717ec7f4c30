import type { Application } from '../../../../shared/entities/application.ts';
import { fieldOf } from '../../../../shared/evidence/invoiceField.ts';
import type { ReviewItem } from '../../../../shared/evidence/reviewQueue.ts';
import { INVOICE_FACTS } from '../../../../shared/evidence/sameFact.ts';

/** What an invoice is not worth looking at without. */
const NEEDED = ['number', 'issuedOn', 'totalFen', 'buyer.name', 'seller.name'] as const;

/**
 * Rows that may be confirmed without a look: every fact certain, none contradicted, the important ones there, and no
 * check that finds anything wrong.
 */
export function certainRows(
  { invoices }: Pick<Application, 'invoices'>,
  queue: readonly ReviewItem[],
  isWrong: (row: string) => boolean,
): readonly string[] {
  const rows = new Map(invoices.map((row) => [row.id, row]));
  return queue.flatMap(({ invoice, state, fields, problems }) => {
    const row = invoice === null ? undefined : rows.get(invoice);
    if (row === undefined || state !== 'fine' || problems.length > 0 || isWrong(row.id)) return [];
    const facts = fields.filter(({ field }) => INVOICE_FACTS.includes(field));
    const certain = facts.every(({ confidence }) => confidence === 'certain');
    const whole = NEEDED.every((field) => fieldOf(row, field) !== null);
    return certain && whole ? [row.id] : [];
  });
}
