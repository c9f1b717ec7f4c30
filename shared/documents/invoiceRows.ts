import type { Application } from '../entities/application.ts';
import type { Attachment } from '../entities/attachment.ts';
import { keptPages } from './attachmentGroups.ts';

/**
 * Row numbers of the 投资明细表 each attachment is a copy of, by attachment id, in rising order.
 * One scan may hold several invoices, and one invoice several scans.
 */
export function invoiceRowsOf(application: Application): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [index, invoice] of application.invoices.entries())
    for (const copy of new Set(invoice.copies)) {
      const numbers = rows.get(copy);
      if (numbers === undefined) rows.set(copy, [index + 1]);
      else numbers.push(index + 1);
    }
  return rows;
}

/** By attachment id and bound page from the first: the rows whose copy stands on that page, in rising order. */
export type CopyPages = ReadonlyMap<string, readonly (readonly number[])[]>;

/**
 * Which row each bound page of a copy belongs to. A file of one invoice is its copy from first to last page. Where
 * several rows share a file, what was read from it tells the pages of each; a page that no reading names goes to the
 * rows that were not read, and is else the continuation of the page before it (a list of goods, a reverse side).
 */
export function copyPagesOf(application: Application): CopyPages {
  const rows = invoiceRowsOf(application);
  const read = readPages(application);
  const pages = new Map<string, readonly (readonly number[])[]>();
  for (const file of application.attachments) {
    const own = rows.get(file.id);
    if (own !== undefined) pages.set(file.id, boundRows(file, own, read.get(file.id) ?? new Map()));
  }
  return pages;
}

/** Pages of a file, from 1, each row was read on. */
type ReadPages = ReadonlyMap<number, ReadonlySet<number>>;

function readPages({ invoices, readings }: Application): ReadonlyMap<string, ReadPages> {
  const rowOf = new Map(invoices.map(({ id }, index) => [id, index + 1]));
  const files = new Map<string, Map<number, Set<number>>>();
  for (const { attachment, invoice, pages } of readings) {
    const row = invoice === null ? undefined : rowOf.get(invoice);
    if (row === undefined || pages.length === 0) continue;
    const file = files.get(attachment) ?? new Map<number, Set<number>>();
    files.set(attachment, file);
    file.set(row, new Set([...(file.get(row) ?? []), ...pages]));
  }
  return files;
}

function boundRows(
  file: Attachment,
  own: readonly number[],
  read: ReadPages,
): readonly (readonly number[])[] {
  // A file that cannot be opened takes one page, which says so.
  const kept = keptPages(file) ?? [1];
  if (own.length === 1) return kept.map(() => own);
  const named = new Map<number, number[]>();
  const unread = own.filter((row) => {
    const pages = [...(read.get(row) ?? [])].filter((page) => page <= (file.pages ?? 0));
    for (const page of pages) named.set(page, [...(named.get(page) ?? []), row]);
    return pages.length === 0;
  });
  if (named.size === 0) return kept.map(() => own);
  // Rows that were not read stand on the pages that nobody names; where there is none, they may stand on any.
  const spare = kept.some((page) => !named.has(page));
  let before = named.get(Math.min(...named.keys())) ?? own;
  return kept.map((page) => {
    const rows = named.get(page);
    if (rows === undefined) return unread.length > 0 ? unread : before;
    before = rows;
    return spare || unread.length === 0 ? rows : [...rows, ...unread].sort((a, b) => a - b);
  });
}

/** Anchor of a bound page of a file, from 1; that of the first page is the file's own. */
export function copyAnchor(id: string, page: number): string {
  return page === 1 ? `attachment.${id}` : `attachment.${id}#${page}`;
}

/** Anchor of the first page that bears a row in each of its copies, in the order the row names them; bound copies only. */
export function copyAnchorsOf(row: number, copies: readonly string[], pages: CopyPages): readonly string[] {
  return [...new Set(copies)].flatMap((copy) => {
    const index = pages.get(copy)?.findIndex((rows) => rows.includes(row)) ?? -1;
    return index < 0 ? [] : [copyAnchor(copy, index + 1)];
  });
}

/** Rows named one by one on a page; a scan of more of them tells how many they are. */
const MOST_NAMED = 6;

/** What is stamped on a page of a copy: 投资明细表第 12、13 行. Empty for no row. */
export function invoiceStampText(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const named = rows.slice(0, MOST_NAMED).join('、');
  return `投资明细表第 ${named}${rows.length > MOST_NAMED ? ` 等 ${rows.length}` : ''} 行`;
}
