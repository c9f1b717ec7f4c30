import type { AnchorPage } from '../../../shared/documents/bundleDocument.ts';
import type { Numbered } from './typesetNumbered.ts';

/** Where any anchor stands in the bound volume; null for one that takes no page. */
export type PageBook = (anchor: string) => AnchorPage | null;

/** Joins what the typesetter saw with what was planned for the attachments. */
export function pageBook({ typeset, pagination }: Numbered): PageBook {
  const pages = new Map<string, AnchorPage>();
  const bound = new Map<number, number>();
  for (const page of pagination.sequence) if (page.kind === 'base') bound.set(page.baseIndex, page.physical);
  for (const [anchor, page] of typeset.anchors)
    pages.set(anchor, { physical: bound.get(page.physical - 1) ?? page.physical, printed: page.printed });
  for (const { id, physical, printed } of pagination.groups)
    pages.set(`attachments.${id}`, { physical, printed });
  for (const { id, physical, printed, pages: count } of pagination.files)
    if (count > 0) pages.set(`attachment.${id}`, { physical, printed });
  return (anchor) => pages.get(anchor) ?? null;
}
