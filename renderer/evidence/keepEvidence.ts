import { applyEdit } from '../../shared/edits/applyEdit.ts';
import type { Attachment } from '../../shared/entities/attachment.ts';
import type { AttachmentReading } from '../../shared/entities/fileReading.ts';
import { type TakenInEvidence, takeInEvidence } from '../../shared/evidence/takeInEvidence.ts';
import { draftStore } from '../draft/draftStore.ts';
import { edit } from '../draft/edit.ts';
import { linkCopies } from '../steps/attachments/attachmentEdits.ts';

const NOTHING: TakenInEvidence = {
  edits: [],
  added: [],
  merged: [],
  removed: [],
  unread: [],
  ledgersAdded: 0,
  ledgersReplaced: 0,
};

/**
 * Puts what files tell into the open draft, as one step of undo. Copies that told nothing of themselves are given to
 * the rows whose numbers their names bear.
 * @param files those that just came in; none when files of the draft were read once more
 */
export function keepEvidence(
  readings: readonly AttachmentReading[],
  files: readonly Attachment[] = [],
): TakenInEvidence {
  const state = draftStore.getState();
  if (state === null || state.info.readOnly) return NOTHING;
  const { call, application } = state;
  const taken = takeInEvidence(call, application, readings, () => crypto.randomUUID());
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
function placeOf({ added, merged, removed, ledgersAdded, ledgersReplaced }: TakenInEvidence): string {
  if (added.length + merged.length + removed.length > 0) return 'invoices';
  return ledgersAdded + ledgersReplaced > 0 ? 'ledger' : 'attachments';
}
