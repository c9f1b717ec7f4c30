import { looksAtLedger } from '../calls/looksAtLedger.ts';
import type { Call } from '../calls/schema/call.ts';
import type { FileReading } from '../entities/fileReading.ts';
import { isLeftOut } from './isLeftOut.ts';

/** Kinds of a call whose files are read: those of invoices and ledgers, and those that could turn out to be either. */
export type EvidenceKinds = {
  /** Kind of copies and data of invoices; null in a call that asks for none. */
  readonly invoices: string | null;
  readonly ledger: string | null;
};

/**
 * Where a call wants its invoices and its R&D ledger, by what it says of its kinds: the one whose files belong to
 * rows of invoices, and the one that is demanded because of rows in the ledger, or bears the ledger's name.
 */
export function evidenceKinds({ attachments }: Pick<Call, 'attachments'>): EvidenceKinds {
  const own = attachments.filter(({ rowsOf }) => rowsOf === undefined);
  const ledger =
    own.find(({ required }) => looksAtLedger(required)) ??
    own.find(({ label, folders }) => [label, ...folders].some((name) => name.includes('辅助账')));
  return {
    invoices: attachments.find(({ rowsOf }) => rowsOf === 'invoices')?.id ?? null,
    ledger: ledger?.id ?? null,
  };
}

/** The kind what was read belongs to; null when it tells neither invoices nor a ledger, or the call has no such kind. */
export function kindOfReading(kinds: EvidenceKinds, reading: FileReading): string | null {
  const used = reading.tables.filter((table) => !isLeftOut(table));
  const tables = new Set(used.map(({ mapping }) => mapping.kind));
  if (reading.ledger.length > 0 || tables.has('ledger') || tables.has('ledger-summary')) return kinds.ledger;
  if (tables.has('invoice-list') || reading.invoices.some(hasNumber)) return kinds.invoices;
  return null;
}

function hasNumber({ fields }: FileReading['invoices'][number]): boolean {
  return fields.some(({ field, value }) => field === 'number' && value !== '');
}

/** Whether anything was found in a file, understood or not. */
export function tellsSomething({ invoices, tables, ledger, summary }: FileReading): boolean {
  return [invoices, tables, ledger, summary].some(({ length }) => length > 0);
}
