import { z } from 'zod';
import type { AnchorPage, BundleDocument } from '../../../shared/documents/bundleDocument.ts';
import type { AnchorBook } from './prepare/anchorBook.ts';

const page = z.number().int().min(1);

/** What `report()` of assets/typst/anchors.typ tells: physical pages, counted from 1. */
const Report = z.strictObject({
  anchors: z.array(page.nullable()),
  front: z.number().int().min(0),
  starts: z.array(page),
  ends: z.array(page),
  dividers: z.array(page),
  squeezed: z.array(page),
});

export interface PageReport {
  readonly frontPages: number;
  readonly bodyPages: number;
  readonly blankPages: readonly number[];
  readonly anchors: ReadonlyMap<string, AnchorPage>;
  /** Pages on which something had to be cut off. */
  readonly squeezed: readonly number[];
}

/**
 * Reads the report Typst leaves in the document.
 * @param answer what the query for `<report>` gave: an array of one value
 * @throws when the templates and this file disagree
 */
export function readPageReport(
  answer: unknown,
  pages: number,
  document: BundleDocument,
  book: AnchorBook,
  pageNumbers: ReadonlyMap<string, number>,
): PageReport {
  const report = z.array(Report).length(1).parse(answer)[0] as z.infer<typeof Report>;
  const bodyPages = (report.dividers[0] ?? pages + 1) - 1;
  const anyNumbered = document.sections.some((section) => section.numbered);
  const anchors = new Map<string, AnchorPage>();
  for (const anchor of book.anchors) {
    const physical = report.anchors[anchor.index] ?? null;
    if (physical === null) continue;
    const counted = anchor.numbered && anyNumbered ? physical - report.front : null;
    const planned = anchor.divider === null ? counted : (pageNumbers.get(anchor.divider) ?? null);
    anchors.set(anchor.id, { physical, printed: planned });
  }
  const blankPages: number[] = [];
  for (const [index, end] of report.ends.entries()) {
    const next = report.starts[index + 1] ?? end + 1;
    for (let blank = end + 1; blank < next; blank += 1) blankPages.push(blank);
  }
  return {
    frontPages: anyNumbered ? report.front : bodyPages,
    bodyPages,
    blankPages,
    anchors,
    squeezed: [...new Set(report.squeezed)],
  };
}
