import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { comparableText, escapePattern, SEAM } from '../comparableText.ts';
import { type ClaimedPackage, type PdfPage, sectionRange } from '../packageFacts.ts';
import type { PdfFacts } from '../pdfFacts.ts';
import { proofLine } from '../proofLine.ts';

/** The dots between a title and its number, which titles may hold themselves. */
const LEADERS = /[.·…‥․]/g;

/** Keeps two numbers apart that stood in two pieces of text. */
const APART = '\u0002';

const whole = (text: string): string => text.replaceAll(SEAM, '');

/** Leaders gone; a seam stays only where two numbers would else grow together. */
function undotted(text: string): string {
  return whole(text.replace(LEADERS, '').replace(new RegExp(`(?<=\\d)${SEAM}+(?=\\d)`, 'g'), APART));
}

/** Entries as the 目录 prints them, in order: each title is followed by its number and no further digit. */
function printedProblems(contents: string, toc: ClaimedPackage['toc']): string[] {
  let from = 0;
  return toc.flatMap(({ title, page }) => {
    const name = [...undotted(comparableText(title))].map(escapePattern).join(`${APART}?`);
    const printed = new RegExp(`${name}${APART}?(\\d+)`, 'gu');
    printed.lastIndex = from;
    let first: string | null = null;
    for (let found = printed.exec(contents); found !== null; found = printed.exec(contents)) {
      const number = found[1] ?? '';
      first ??= number;
      if (number !== String(page)) continue;
      from = printed.lastIndex;
      return [];
    }
    return [
      first === null
        ? `目录中找不到“${title}”（第 ${page} 页）`
        : `目录中“${title}”印为第 ${first} 页，清单记为第 ${page} 页`,
    ];
  });
}

/** An attachment's first page need not bear its title as text: it may be a scan. */
function opensAttachment({ attachments }: ClaimedPackage, physical: number, printed: number | null): boolean {
  return attachments.some(
    ({ firstPage, physicalPage }) => firstPage === printed && physicalPage === physical,
  );
}

/** The page that bears a number must bear the title too, or be the first page of an attachment. */
function targetProblems(pages: readonly PdfPage[], claimed: ClaimedPackage): string[] {
  return claimed.toc.flatMap(({ title, page }) => {
    const bearing = pages.flatMap((candidate, index) => (candidate.printed === page ? [index + 1] : []));
    const [physical] = bearing;
    if (physical === undefined) return [`“${title}”标为第 ${page} 页，但没有一页印有该页码`];
    if (bearing.length > 1) return [`有 ${bearing.length} 页都印有页码 ${page}`];
    if (whole(pages[physical - 1]?.text ?? '').includes(comparableText(title))) return [];
    return opensAttachment(claimed, physical, page)
      ? []
      : [`“${title}”标为第 ${page} 页，但该页没有这一标题`];
  });
}

/** Each number in the 目录 against the page that really bears the heading, and each heading where it is expected. */
export function proveContents({ pages }: PdfFacts, claimed: ClaimedPackage): ProofLine[] {
  const range = sectionRange(claimed, 'contents');
  const printed =
    range === null
      ? ''
      : undotted(
          pages
            .slice(range.first - 1, range.last)
            .map(({ text }) => text)
            // The last number of a page and a title that begins with a digit on the next are two things.
            .join(SEAM),
        );
  const missing = range === null && claimed.toc.length > 0 ? ['找不到目录所在的页'] : [];
  const headings = claimed.expected.headings.flatMap(({ title, physicalPage, printed: number }) => {
    const page = pages[physicalPage - 1];
    if (page === undefined) return [`“${title}”应在第 ${physicalPage} 页（物理页），PDF 没有这一页`];
    if (!whole(page.text).includes(comparableText(title)) && !opensAttachment(claimed, physicalPage, number))
      return [`第 ${physicalPage} 页（物理页）没有标题“${title}”`];
    if (page.printed !== number)
      return [`“${title}”所在页印有页码 ${page.printed ?? '（无）'}，应为 ${number ?? '（无）'}`];
    return [];
  });
  return [
    proofLine(
      '目录页码',
      missing.length > 0
        ? missing
        : [...printedProblems(printed, claimed.toc), ...targetProblems(pages, claimed)],
      `${claimed.toc.length} 条目录与实际页一致`,
    ),
    proofLine('标题所在页', headings, `${claimed.expected.headings.length} 个标题均在应在的页`),
  ];
}
