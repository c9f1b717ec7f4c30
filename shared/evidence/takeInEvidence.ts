import type { Call } from '../calls/schema/call.ts';
import { applyEdit } from '../edits/applyEdit.ts';
import type { Edit } from '../edits/edit.ts';
import type { Application } from '../entities/application.ts';
import type { Attachment } from '../entities/attachment.ts';
import type { AttachmentReading } from '../entities/fileReading.ts';
import type { LedgerProject } from '../entities/ledger.ts';
import { failedToRead } from './failedToRead.ts';
import { keptBeside } from './keptBeside.ts';
import { evidenceKinds, kindOfReading } from './kindOfReading.ts';
import { takeInLedger } from './takeInLedger.ts';
import { type TakenIn, takeInReadings } from './takeInReadings.ts';

/** What readings of files make of a draft, and how many of what that is. */
export type TakenInEvidence = TakenIn & {
  /** R&D sub-ledgers that are new, that were brought up to date, and that corrected columns took away. */
  readonly ledgersAdded: number;
  readonly ledgersReplaced: number;
  readonly ledgersRemoved: number;
  /** What became of the vouchers of sub-ledgers that were there already. */
  readonly vouchers: VoucherCounts;
};

export type VoucherCounts = {
  readonly added: number;
  /** Their figures are the file's now. */
  readonly changed: number;
  readonly removed: number;
  /** No file of these tells them; they stay. */
  readonly kept: number;
};

export const NO_VOUCHERS: VoucherCounts = { added: 0, changed: 0, removed: 0, kept: 0 };

/**
 * Turns what files tell into rows of invoices and sub-ledgers: all edits together are one step of undo.
 * @param newId gives an id that nothing in the draft has
 * @param ledgersBefore by attachment the sub-ledgers it told before its columns were corrected; what came of them is
 * replaced
 */
export function takeInEvidence(
  call: Call,
  application: Application,
  readings: readonly AttachmentReading[],
  newId: () => string,
  ledgersBefore: ReadonlyMap<string, readonly LedgerProject[]> = new Map(),
): TakenInEvidence {
  const originals = keepOriginals(call, application, readings);
  const invoices = takeInReadings(call, application, readings, newId);
  const edits: Edit[] = [...originals, ...invoices.edits];
  let now = after(application, edits);
  let [ledgersAdded, ledgersRemoved] = [0, 0];
  const into = new Set<string>();
  const told = new Set<string>();
  const vouchers = { added: new Set<string>(), changed: new Set<string>(), removed: new Set<string>() };
  const kept = new Set<string>();
  for (const { attachment, reading } of readings) {
    // What could not be read takes nothing away.
    const instead = failedToRead(reading) === null ? (ledgersBefore.get(attachment) ?? []) : [];
    if (reading.ledger.length + reading.summary.length + instead.length === 0) continue;
    const taken = takeInLedger(now, reading, newId, { instead, beside: told });
    now = after(now, taken.edits);
    edits.push(...taken.edits);
    ledgersAdded += taken.added;
    ledgersRemoved += taken.removed;
    for (const id of taken.into) into.add(id);
    for (const id of taken.told) told.add(id);
    for (const id of taken.vouchers.added) vouchers.added.add(id);
    for (const id of taken.vouchers.changed) vouchers.changed.add(id);
    for (const id of taken.vouchers.removed) vouchers.removed.add(id);
    for (const id of taken.vouchers.kept) kept.add(id);
  }
  // What several files of one drop tell of a new project is that one new sub-ledger.
  const wereThere = new Set(application.ledger.map(({ id }) => id));
  const inOnesThere = new Set(
    now.ledger.filter(({ id }) => wereThere.has(id)).flatMap(({ rows }) => rows.map(({ id }) => id)),
  );
  return {
    ...invoices,
    edits,
    ledgersAdded,
    ledgersReplaced: [...into].filter((id) => wereThere.has(id)).length,
    ledgersRemoved,
    vouchers: {
      added: [...vouchers.added].filter((id) => inOnesThere.has(id)).length,
      changed: [...vouchers.changed].filter((id) => inOnesThere.has(id)).length,
      removed: vouchers.removed.size,
      kept: [...kept].filter((id) => !told.has(id)).length,
    },
  };
}

/**
 * A spreadsheet that nobody recognised could not be bound; now that it tells something it is an original, at the end of
 * the kind it belongs to. One that is not used any more is none again.
 */
function keepOriginals(
  call: Call,
  { attachments }: Application,
  readings: readonly AttachmentReading[],
): readonly Edit[] {
  const kinds = evidenceKinds(call);
  const told = new Map(readings.map(({ attachment, reading }) => [attachment, reading]));
  const lasts = new Map<string, number>();
  for (const { kind, order } of attachments) lasts.set(kind, Math.max(order, lasts.get(kind) ?? -1));
  const save = attachments.flatMap((file): Attachment[] => {
    const reading = told.get(file.id);
    const original = reading === undefined ? null : keptBeside(file, reading);
    if (reading === undefined || original === null) return [];
    const kind = kindOfReading(kinds, reading) ?? file.kind;
    if (kind === file.kind) return [{ ...file, ...original }];
    const order = (lasts.get(kind) ?? -1) + 1;
    lasts.set(kind, order);
    return [{ ...file, ...original, kind, order }];
  });
  return save.length === 0 ? [] : [{ kind: 'rows', list: 'attachments', save, remove: [] }];
}

function after(application: Application, edits: readonly Edit[]): Application {
  return edits.reduce((now, edit) => applyEdit(now, edit).application, application);
}
