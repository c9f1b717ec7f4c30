import type { Call } from '../calls/schema/call.ts';
import type { Application } from '../entities/application.ts';
import type { Attachment } from '../entities/attachment.ts';
import type { AttachmentReading, FileReading } from '../entities/fileReading.ts';
import type { Invoice } from '../entities/invoice.ts';
import type { InvoiceReading, ReadInvoice } from '../entities/invoiceReading.ts';
import { canBeCopy } from './canBeCopy.ts';
import { nameOfSheet } from './nameOfSheet.ts';
import { readingsByRow } from './readingsByRow.ts';
import { createRowFinder, factsOf, factsOfRow } from './rowFinder.ts';
import { settleFields } from './settleFields.ts';
import { settleReadings } from './settleReadings.ts';
import type { SortedReadings } from './sortReadings.ts';

/** Readings bound to their rows. */
export type PlacedReadings = {
  /** In the order of files and lists. */
  readonly readings: readonly InvoiceReading[];
  /** Ids for the rows that have to be made, in that order. */
  readonly added: readonly string[];
  /** Ids of attachments that have an invoice without a number, or copies without an invoice. */
  readonly unread: readonly string[];
  /** Ids of readings that were put aside with their rows and make none again. */
  readonly aside: readonly string[];
};

/** Says of every invoice that was read which row it tells of: one row an invoice, whatever files it stands in. */
export function placeReadings(
  call: Call,
  { invoices, attachments, readings: before }: Application,
  { taken, isReplaced }: Pick<SortedReadings, 'taken' | 'isReplaced'>,
  newId: () => string,
): PlacedReadings {
  const files = new Map(attachments.map((file) => [file.id, file]));
  const rows = new Set(invoices.map(({ id }) => id));
  const finder = createRowFinder();
  for (const row of invoices) finder.learn(row.id, factsOfRow(row));
  for (const [row, told] of readingsByRow({ invoices, attachments, readings: before }).of) {
    const others = told.filter((one) => !isReplaced(one));
    finder.learn(row, factsOf(settleReadings(others)));
  }
  const takeOld = oldReadings(before.filter(isReplaced));
  const copied = rowsOfCopies(invoices);

  const readings: InvoiceReading[] = [];
  const added: string[] = [];
  const unread = new Set<string>();
  const aside: string[] = [];
  for (const { attachment, reading } of inOrder(taken, files)) {
    const file = files.get(attachment);
    // A copy that tells nothing is remembered too, with the reason: somebody has to look at it.
    const silent = reading.invoices.length === 0 && file !== undefined && canBeCopy(call, file);
    const told = silent ? [nothing(reading)] : reading.invoices;
    if (silent) unread.add(attachment);
    const named = copied.get(attachment) ?? [];
    const bound = told.length === 1 && named.length === 1 ? (named[0] ?? null) : null;
    for (const invoice of told) {
      const old = takeOld(attachment, invoice);
      const facts = factsOf(settleFields(invoice.fields));
      const earlier = old?.invoice ?? null;
      // What a person tied together stays so: a number that differs is theirs to look at, not another invoice.
      let row = earlier !== null && rows.has(earlier) ? earlier : (finder.find(facts) ?? bound);
      // What a person put aside, or took the row of away, is put aside as long as it tells the same.
      const isAside = row === null && old?.confirmed === true;
      if (row === null && !isAside && facts.number !== '') {
        row = newId();
        rows.add(row);
        added.push(row);
      }
      if (facts.number === '') unread.add(attachment);
      if (row !== null) finder.learn(row, facts);
      const id = old?.id ?? newId();
      if (isAside && facts.number !== '') aside.push(id);
      readings.push({
        id,
        attachment,
        invoice: isAside ? earlier : row,
        // Looked at it was beside the row it was of, or beside none.
        confirmed: old?.confirmed === true && (isAside || row === earlier),
        pages: invoice.pages,
        fields: invoice.fields,
        lines: invoice.lines,
        problems: invoice.problems,
      });
    }
  }
  return { readings, added, unread: [...unread], aside };
}

function nothing({ problems }: FileReading): ReadInvoice {
  return { pages: [], fields: [], lines: [], problems };
}

/** Lists first, for they have the order of the accounts; then by name, numbers counted as numbers. */
function inOrder(
  taken: readonly AttachmentReading[],
  files: ReadonlyMap<string, Attachment>,
): readonly AttachmentReading[] {
  const { compare } = new Intl.Collator('zh-Hans-CN', { numeric: true });
  return taken
    .map((one) => ({ one, list: isList(one), name: files.get(one.attachment)?.name ?? '' }))
    .sort((a, b) => Number(b.list) - Number(a.list) || compare(a.name, b.name))
    .map(({ one }) => one);
}

function isList({ reading }: AttachmentReading): boolean {
  return reading.invoices.some(({ fields }) => fields.some(({ source }) => source === 'sheet'));
}

/** Gives each earlier reading of a file once to the new one that tells exactly the same. */
function oldReadings(
  before: readonly InvoiceReading[],
): (attachment: string, invoice: ReadInvoice) => InvoiceReading | undefined {
  const byContent = new Map<string, InvoiceReading[]>();
  for (const one of before) {
    const key = contentKey(one.attachment, one);
    const same = byContent.get(key);
    if (same === undefined) byContent.set(key, [one]);
    else same.push(one);
  }
  return (attachment, invoice) => byContent.get(contentKey(attachment, invoice))?.shift();
}

/**
 * Written out, for one that comes straight from a reader may have its properties in another order. Why nothing was read
 * does not count: nothing is nothing.
 */
function contentKey(attachment: string, { pages, fields, lines, problems }: ReadInvoice): string {
  return JSON.stringify([
    attachment,
    pages,
    fields.map(({ field, value, source, confidence, place }) => [
      field,
      value,
      source,
      confidence,
      place === null
        ? null
        : place.on === 'cell'
          ? [nameOfSheet(place.sheet), place.cell]
          : [place.page, place.left, place.top, place.width, place.height],
    ]),
    lines.map(({ item, netFen, taxRate, taxFen }) => [item, netFen, taxRate, taxFen]),
    fields.length === 0 ? [] : problems.map(({ code, message, severity }) => [code, message, severity]),
  ]);
}

function rowsOfCopies(invoices: readonly Invoice[]): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, string[]>();
  for (const { id, copies } of invoices) {
    for (const copy of copies) {
      const known = rows.get(copy);
      if (known === undefined) rows.set(copy, [id]);
      else known.push(id);
    }
  }
  return rows;
}
