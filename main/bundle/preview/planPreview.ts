import type { Preview, PreviewPage, PreviewSeal } from '../../../shared/contract/Preview.ts';
import { keptPages } from '../../../shared/documents/attachmentGroups.ts';
import type { BundleDocument } from '../../../shared/documents/bundleDocument.ts';
import { copyPagesOf, invoiceStampText } from '../../../shared/documents/invoiceRows.ts';
import { spineMm } from '../../../shared/documents/spine.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { anchorPages } from '../export/pageBook.ts';
import type { Numbered } from '../typeset/typesetNumbered.ts';

/** Lays typeset pages, blanks and attachments out in the order of the bundle, with where everything stands. */
export function planPreview(
  document: BundleDocument,
  application: Application,
  numbered: Numbered,
): Omit<Preview, 'warnings' | 'milliseconds'> {
  const { typeset, pagination } = numbered;
  const anchors = new Map(
    [...anchorPages(numbered)].map(([anchor, { physical }]) => [anchor, physical - 1] as const),
  );
  return {
    pdf: new Uint8Array(typeset.pdf),
    pages: pages(application, numbered),
    anchors: Object.fromEntries(anchors),
    outline: document.outline.flatMap(({ title, level, anchor }) => {
      const page = anchors.get(anchor);
      return page === undefined ? [] : [{ title, level, page }];
    }),
    seals: seals(document, anchors, numbered),
    duplex: document.duplex,
    sheets: pagination.sheets,
    spineMm: spineMm(pagination.sheets, application.settings.paperGsm),
    spineText: document.spineText,
  };
}

function pages(application: Application, { pagination, typeset }: Numbered): PreviewPage[] {
  const attachments = new Map(application.attachments.map((attachment) => [attachment.id, attachment]));
  const kept = new Map(
    application.attachments.map((attachment) => [attachment.id, keptPages(attachment) ?? []]),
  );
  const rows = copyPagesOf(application);
  // Pages Typst left blank so that the next part begins on the right.
  const blank = new Set(typeset.blankPages);
  return pagination.sequence.map((page): PreviewPage => {
    const { printed } = page;
    if (page.kind === 'blank') return { from: 'blank', printed: null };
    if (page.kind === 'base') {
      const number = page.baseIndex + 1;
      return blank.has(number)
        ? { from: 'blank', printed: null }
        : { from: 'typeset', page: number, printed };
    }
    const id = page.fileId;
    const of = kept.get(id)?.[page.pageIndex];
    if (attachments.get(id)?.pages === null || of === undefined) return { from: 'unreadable', id, printed };
    return {
      from: 'attachment',
      id,
      page: of,
      printed,
      stamp: invoiceStampText(rows.get(id)?.[page.pageIndex] ?? []),
    };
  });
}

function seals(
  document: BundleDocument,
  anchors: ReadonlyMap<string, number>,
  { pagination }: Numbered,
): PreviewSeal[] {
  const counts = new Map(pagination.files.map(({ id, pages: count }) => [`attachment.${id}`, count]));
  return document.seals.flatMap(({ seal, where, anchor, lastAnchor }): PreviewSeal[] => {
    if (anchor === null) return [{ seal, where, first: null, last: null }];
    const first = anchors.get(anchor);
    if (first === undefined) return [];
    const last =
      lastAnchor === null ? first + (counts.get(anchor) ?? 1) - 1 : (anchors.get(lastAnchor) ?? first);
    return [{ seal, where, first, last }];
  });
}
