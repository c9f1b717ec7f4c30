import { applyEdit } from '../../shared/edits/applyEdit.ts';
import type { Attachment } from '../../shared/entities/attachment.ts';
import type { AttachmentReading } from '../../shared/entities/fileReading.ts';
import type { LedgerProject } from '../../shared/entities/ledger.ts';
import { NO_VOUCHERS, type TakenInEvidence, takeInEvidence } from '../../shared/evidence/takeInEvidence.ts';
import { draftStore } from '../draft/draftStore.ts';
import { edit } from '../draft/edit.ts';
import { linkCopies } from '../steps/attachments/attachmentEdits.ts';

const NOTHING: TakenInEvidence = {
  edits: [],
  added: [],
  merged: [],
  removed: [],
  unread: [],
  failed: [],
  aside: [],
  ledgersAdded: 0,
  ledgersReplaced: 0,
  ledgersRemoved: 0,
  vouchers: NO_VOUCHERS,
};

/**
 * Puts what files tell into the open draft, as one step of undo. Copies that told nothing of themselves are given to
 * the rows whose numbers their names bear.
 * @param files those that just came in; none when files of the draft were read once more
 * @param ledgersBefore by attachment the sub-ledgers it told before its columns were corrected
 */
export function keepEvidence(
  readings: readonly AttachmentReading[],
  files: readonly Attachment[] = [],
  ledgersBefore: ReadonlyMap<string, readonly LedgerProject[]> = new Map(),
): TakenInEvidence {
  const state = draftStore.getState();
  if (state === null || state.info.readOnly) return NOTHING;
  const { call, application } = state;
  const taken = takeInEvidence(call, application, readings, () => crypto.randomUUID(), ledgersBefore);
  const after = taken.edits.reduce((now, one) => applyEdit(now, one).application, application);
  const kinds = new Set(call.attachments.filter(({ rowsOf }) => rowsOf === 'invoices').map(({ id }) => id));
  const bonds = linkCopies(
    after,
    files.filter(({ kind, pages }) => kinds.has(kind) && pages !== 0),
  );
  edit([...taken.edits, ...bonds], { at: placeOf(taken) });
  return taken;
}

/** Where undo leads: to what changed. */
function placeOf(taken: TakenInEvidence): string {
  const { added, merged, removed, ledgersAdded, ledgersReplaced, ledgersRemoved } = taken;
  if (added.length + merged.length + removed.length > 0) return 'invoices';
  return ledgersAdded + ledgersReplaced + ledgersRemoved > 0 ? 'ledger' : 'attachments';
}
