import type { Call } from '../calls/schema/call.ts';
import { type Attachment, holdsData, isKeptBeside } from '../entities/attachment.ts';
import { evidenceKinds } from './kindOfReading.ts';

/**
 * Whether a file is kept in the draft and is no part of the volume: an electronic original, and data put among the
 * invoices or ledgers that nobody could read yet. A page that says so in their midst would help no reviewer; the
 * checks say it.
 */
export function staysBeside(call: Pick<Call, 'attachments'>, file: Attachment): boolean {
  if (isKeptBeside(file)) return true;
  const { invoices, ledger } = evidenceKinds(call);
  return holdsData(file) && (file.kind === invoices || file.kind === ledger);
}
