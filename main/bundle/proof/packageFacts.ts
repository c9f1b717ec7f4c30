import type { PackageManifest } from '../../../shared/documents/packageManifest.ts';
import type { PdfFacts } from './pdfFacts.ts';

/** What is proved: a manifest, before or after its own proof was added. */
export type ClaimedPackage = Omit<PackageManifest, 'proof'>;
export type PdfPage = PdfFacts['pages'][number];

/** First and last physical page of a stretch, both counted. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** Physical pages of every attachment that takes any. */
export function attachmentRanges({ attachments }: ClaimedPackage): PageRange[] {
  return attachments.flatMap(({ physicalPage, pagesOut }) =>
    physicalPage === null || pagesOut < 1 ? [] : [{ first: physicalPage, last: physicalPage + pagesOut - 1 }],
  );
}

/** A test for pages that are ours: typeset, not an attachment's. */
export function ownPages(claimed: ClaimedPackage): (page: number) => boolean {
  const foreign = new Set<number>();
  for (const { first, last } of attachmentRanges(claimed))
    for (let page = first; page <= Math.min(last, claimed.pages); page += 1) foreign.add(page);
  return (page) => !foreign.has(page);
}

/** Physical pages of the section with an id, up to the next section; null when there is no such section. */
export function sectionRange(claimed: ClaimedPackage, id: string): PageRange | null {
  const section = claimed.sections.find((candidate) => candidate.id === id);
  if (section === undefined) return null;
  const following = claimed.sections
    .map(({ physicalPage }) => physicalPage)
    .filter((page) => page > section.physicalPage);
  return { first: section.physicalPage, last: Math.min(claimed.pages, ...following.map((page) => page - 1)) };
}
