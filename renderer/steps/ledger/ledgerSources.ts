import type { Call } from '../../../shared/calls/schema/call.ts';
import { type Attachment, isKeptBeside } from '../../../shared/entities/attachment.ts';
import { evidenceKinds } from '../../../shared/evidence/kindOfReading.ts';
import { mayHoldTables } from '../../../shared/evidence/mayHoldTables.ts';

/**
 * Spreadsheets of the draft that sub-ledgers come from: those of the ledger's kind, read or not, and originals of
 * other kinds. Lists of invoices stand under the kind of their copies.
 */
export function ledgerSources(call: Call, attachments: readonly Attachment[]): readonly Attachment[] {
  const { invoices, ledger } = evidenceKinds(call);
  return attachments.filter(
    (file) => mayHoldTables(file) && (file.kind === ledger || (isKeptBeside(file) && file.kind !== invoices)),
  );
}
