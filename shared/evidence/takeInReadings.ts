import type { Call } from '../calls/schema/call.ts';
import type { Edit } from '../edits/edit.ts';
import { editsBetween } from '../edits/editsBetween.ts';
import type { Application } from '../entities/application.ts';
import { copyMatcher } from '../entities/copyMatcher.ts';
import type { AttachmentReading } from '../entities/fileReading.ts';
import { Invoice, type InvoiceLine } from '../entities/invoice.ts';
import { normaliseInvoiceNumber } from '../entities/invoiceNumber.ts';
import { type InvoiceReading, ReadingSource } from '../entities/invoiceReading.ts';
import { canBeCopy } from './canBeCopy.ts';
import { fillRow } from './fillRow.ts';
import { forgetValues } from './forgetValues.ts';
import { placeReadings } from './placeReadings.ts';
import { settleFields } from './settleFields.ts';
import { type FailedReading, sortReadings } from './sortReadings.ts';

/** What readings become: changes of the draft that are one step of undo, and what to tell of them. */
export type TakenIn = {
  readonly edits: Edit[];
  /** Ids of rows that are new. */
  readonly added: readonly string[];
  /** Ids of rows that were there and that one of these files tells of. */
  readonly merged: readonly string[];
  /** Ids of rows that only an earlier reading of these files had made, and that they no longer tell of. */
  readonly removed: readonly string[];
  /** Ids of attachments that have an invoice nobody could read the number of, and of copies that tell no invoice. */
  readonly unread: readonly string[];
  /** Files, or sheets, that told something before and could not be read now: what they told stands. */
  readonly failed: readonly FailedReading[];
  /** Ids of readings whose rows a person took out: they tell the same as then and make no rows again. */
  readonly aside: readonly string[];
};

/**
 * Makes rows of what files tell: one row an invoice, however many files and lists tell of it. Values that stand in a
 * row are kept; what differs from them stays in the readings for a person to look at. Reading a file again replaces
 * what it told before, so that the same once more changes nothing. No row goes because its file was taken out or could
 * not be read again: only what a file tells otherwise now takes back what it told. Linear in rows and readings.
 * @param newId gives an id that nothing in the draft has, for rows and readings
 */
export function takeInReadings(
  call: Call,
  application: Application,
  given: readonly AttachmentReading[],
  newId: () => string,
): TakenIn {
  const { taken, failed, isReplaced } = sortReadings(application.readings, given);
  const placed = placeReadings(call, application, { taken, isReplaced }, newId);
  const read = new Set(taken.map(({ attachment }) => attachment));
  const files = new Map(application.attachments.map((file) => [file.id, file]));
  // Readings of files that were taken out go with the first change after it.
  const others = application.readings.filter((one) => !isReplaced(one) && files.has(one.attachment));
  const readings = inPlace(application.readings, [...others, ...placed.readings]);
  const gone = idsWithout(application.readings.filter(isReplaced), readings);
  const before = byRow(application.readings);
  const after = byRow(readings);
  const told = new Set(placed.readings.flatMap(({ invoice }) => invoice ?? []));

  const rows: Invoice[] = [];
  const removed: string[] = [];
  for (const row of application.invoices) {
    const old = before.get(row.id) ?? [];
    const now = after.get(row.id) ?? [];
    const bare = old.some(({ id }) => gone.has(id)) ? forgetValues(call, row, old, gone) : row;
    if (now.length === 0 && bare !== row && isBlank(bare, read)) removed.push(row.id);
    else rows.push(now.length === 0 || !(told.has(row.id) || bare !== row) ? row : filled(bare, now));
  }
  for (const id of placed.added) rows.push(filled(Invoice.parse({ id }), after.get(id) ?? []));

  const withCopies = linkByName(rows);
  const invoices = withBlueCodes(withCopies);
  const there = new Set(application.invoices.map(({ id }) => id));
  return {
    edits: [...editsBetween(application, { ...application, invoices, readings })],
    added: placed.added,
    merged: [...told].filter((id) => there.has(id)),
    removed,
    unread: placed.unread,
    failed,
    aside: placed.aside,
  };

  function filled(row: Invoice, of: readonly InvoiceReading[]): Invoice {
    const settled = settleFields(...of.map(({ fields }) => fields));
    const full = fillRow(call, row, settled, bestLines(of));
    const copies = of.flatMap(({ attachment }) => {
      const file = files.get(attachment);
      return read.has(attachment) && file !== undefined && canBeCopy(call, file) ? [attachment] : [];
    });
    return withMoreCopies(full, copies);
  }

  /** Files that tell nothing may still be called by a number. */
  function linkByName(invoices: readonly Invoice[]): readonly Invoice[] {
    const taken = new Set(invoices.flatMap(({ copies }) => copies));
    const rowOf = copyMatcher(invoices);
    const more = new Map<number, string[]>();
    for (const id of placed.unread) {
      const file = files.get(id);
      if (file === undefined || taken.has(id) || !canBeCopy(call, file)) continue;
      const row = rowOf(file.name);
      if (row !== null) more.set(row, [...(more.get(row) ?? []), id]);
    }
    return invoices.map((row, index) => withMoreCopies(row, more.get(index) ?? []));
  }
}

function withMoreCopies(row: Invoice, copies: readonly string[]): Invoice {
  const all = new Set([...row.copies, ...copies]);
  return all.size === row.copies.length ? row : { ...row, copies: [...all] };
}

/** Readings that are the same keep their place in the list; new ones come behind. */
function inPlace(before: readonly InvoiceReading[], now: readonly InvoiceReading[]): InvoiceReading[] {
  const byId = new Map(now.map((one) => [one.id, one]));
  const kept = before.flatMap(({ id }) => byId.get(id) ?? []);
  const known = new Set(kept.map(({ id }) => id));
  return [...kept, ...now.filter(({ id }) => !known.has(id))];
}

function idsWithout(before: readonly InvoiceReading[], now: readonly InvoiceReading[]): ReadonlySet<string> {
  const there = new Set(now.map(({ id }) => id));
  return new Set(before.flatMap(({ id }) => (there.has(id) ? [] : [id])));
}

function byRow(readings: readonly InvoiceReading[]): ReadonlyMap<string, readonly InvoiceReading[]> {
  const rows = new Map<string, InvoiceReading[]>();
  for (const one of readings) {
    if (one.invoice === null) continue;
    const known = rows.get(one.invoice);
    if (known === undefined) rows.set(one.invoice, [one]);
    else known.push(one);
  }
  return rows;
}

/** Lines of the most trustworthy reading that has any. */
function bestLines(readings: readonly InvoiceReading[]): readonly InvoiceLine[] {
  const rank = ({ fields }: InvoiceReading): number =>
    fields.reduce(
      (least, { source }) => Math.min(least, ReadingSource.options.indexOf(source)),
      ReadingSource.options.length,
    );
  const [best] = readings.filter(({ lines }) => lines.length > 0).sort((a, b) => rank(a) - rank(b));
  return best?.lines ?? [];
}

/** Nothing in the row but copies that were just read and tell of something else. */
function isBlank(row: Invoice, read: ReadonlySet<string>): boolean {
  const bare = Invoice.parse({ id: row.id });
  return (
    row.copies.every((copy) => read.has(copy)) &&
    JSON.stringify({ ...row, copies: [] }) === JSON.stringify({ ...bare, copies: [] })
  );
}

/** A red-letter invoice often names its blue one by the number alone: the code is that of the only row with it. */
function withBlueCodes(invoices: readonly Invoice[]): Invoice[] {
  const isOpen = ({ redLetterOf }: Invoice): boolean =>
    redLetterOf !== null && redLetterOf.code === '' && redLetterOf.number.length < 20;
  if (!invoices.some(isOpen)) return [...invoices];
  const codes = new Map<string, Set<string>>();
  for (const { code, number } of invoices) {
    const key = normaliseInvoiceNumber(number);
    codes.set(key, (codes.get(key) ?? new Set()).add(code));
  }
  return invoices.map((row) => {
    if (row.redLetterOf === null || !isOpen(row)) return row;
    const found = [...(codes.get(normaliseInvoiceNumber(row.redLetterOf.number)) ?? [])];
    const [code] = found;
    return found.length !== 1 || code === undefined || code === ''
      ? row
      : { ...row, redLetterOf: { ...row.redLetterOf, code } };
  });
}
