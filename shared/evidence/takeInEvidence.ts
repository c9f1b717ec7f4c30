import type { Call } from '../calls/schema/call.ts';
import { applyEdit } from '../edits/applyEdit.ts';
import type { Edit } from '../edits/edit.ts';
import type { Application } from '../entities/application.ts';
import type { AttachmentReading } from '../entities/fileReading.ts';
import { takeInLedger } from './takeInLedger.ts';
import { type TakenIn, takeInReadings } from './takeInReadings.ts';

/** What readings of files make of a draft, and how many of what that is. */
export type TakenInEvidence = TakenIn & {
  /** R&D sub-ledgers that are new, and those that took an older one's place. */
  readonly ledgersAdded: number;
  readonly ledgersReplaced: number;
};

/**
 * Turns what files tell into rows of invoices and sub-ledgers: all edits together are one step of undo.
 * @param newId gives an id that nothing in the draft has
 */
export function takeInEvidence(
  call: Call,
  application: Application,
  readings: readonly AttachmentReading[],
  newId: () => string,
): TakenInEvidence {
  const invoices = takeInReadings(call, application, readings, newId);
  const edits: Edit[] = [...invoices.edits];
  let now = after(application, edits);
  let [ledgersAdded, ledgersReplaced] = [0, 0];
  for (const { reading } of readings) {
    if (reading.ledger.length === 0 && reading.summary.length === 0) continue;
    const taken = takeInLedger(now, reading, newId);
    now = after(now, taken.edits);
    edits.push(...taken.edits);
    ledgersAdded += taken.added;
    ledgersReplaced += taken.replaced;
  }
  return { ...invoices, edits, ledgersAdded, ledgersReplaced };
}

function after(application: Application, edits: readonly Edit[]): Application {
  return edits.reduce((now, edit) => applyEdit(now, edit).application, application);
}
