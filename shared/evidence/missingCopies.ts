import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import type { Attachment } from '../entities/attachment.ts';
import type { Invoice } from '../entities/invoice.ts';
import { canBeCopy } from './canBeCopy.ts';

/** Rows none of whose copies is in the draft. */
export function rowsWithoutCopy({
  invoices,
  attachments,
}: Pick<Application, 'invoices' | 'attachments'>): readonly Invoice[] {
  const files = new Set(attachments.map(({ id }) => id));
  return invoices.filter(({ copies }) => !copies.some((copy) => files.has(copy)));
}

/** Files that could be a copy of an invoice and are of none. */
export function copiesWithoutRow(
  call: Pick<Call, 'attachments'>,
  { invoices, attachments }: Pick<Application, 'invoices' | 'attachments'>,
): readonly Attachment[] {
  const named = new Set(invoices.flatMap(({ copies }) => copies));
  return attachments.filter((file) => canBeCopy(call, file) && !named.has(file.id));
}
