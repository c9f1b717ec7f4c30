import type { AnchorPage } from '../../../shared/documents/bundleDocument.ts';
import { copyAnchor } from '../../../shared/documents/invoiceRows.ts';
import { attachmentPages, type Numbered } from '../typeset/typesetNumbered.ts';

/** Where any anchor stands in the bound volume; null for one that takes no page. */
export type PageBook = (anchor: string) => AnchorPage | null;

/** Where every anchor stands in the bound volume: what the typesetter saw, and what is planned for the attachments. */
export function anchorPages({ typeset, pagination }: Numbered): ReadonlyMap<string, AnchorPage> {
  const pages = new Map<string, AnchorPage>();
  const bound = new Map<number, number>();
  for (const page of pagination.sequence) if (page.kind === 'base') bound.set(page.baseIndex, page.physical);
  for (const [anchor, page] of typeset.anchors)
    pages.set(anchor, { physical: bound.get(page.physical - 1) ?? page.physical, printed: page.printed });
  for (const { id, physical, printed } of pagination.groups)
    pages.set(`attachments.${id}`, { physical, printed });
  for (const { fileId, pageIndex, physical, printed } of attachmentPages(pagination))
    pages.set(copyAnchor(fileId, pageIndex + 1), { physical, printed });
  return pages;
}

export function pageBook(numbered: Numbered): PageBook {
  const pages = anchorPages(numbered);
  return (anchor) => pages.get(anchor) ?? null;
}
