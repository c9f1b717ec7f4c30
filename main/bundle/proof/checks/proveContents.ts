import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { comparableText, SEAM } from '../comparableText.ts';
import { type ClaimedPackage, type PdfPage, sectionRange } from '../packageFacts.ts';
import type { PdfFacts } from '../pdfFacts.ts';
import { proofLine } from '../proofLine.ts';

/** The dots between a title and its number, which titles may hold themselves. */
const LEADERS = /[.·…‥․]/g;

const whole = (text: string): string => text.replaceAll(SEAM, '');
const undotted = (text: string): string => whole(text).replace(LEADERS, '');

/** Entries as the 目录 prints them, in order: each title is followed by its number and no further digit. */
function printedProblems(contents: string, toc: ClaimedPackage['toc']): string[] {
  let from = 0;
  return toc.flatMap(({ title, page }) => {
    const name = undotted(comparableText(title));
    const wanted = `${name}${page}`;
    for (let at = contents.indexOf(wanted, from); at >= 0; at = contents.indexOf(wanted, at + 1))
      if (
        !/\d/.test(contents[at + wanted.length] ?? '') ||
        startsNextTitle(contents, at + wanted.length, toc)
      ) {
        from = at + wanted.length;
        return [];
      }
    const at = contents.indexOf(name, from);
    const printed = at < 0 ? null : /^\d+/.exec(contents.slice(at + name.length))?.[0];
    return [
      printed === null || printed === undefined
        ? `目录中找不到“${title}”（第 ${page} 页）`
        : `目录中“${title}”印为第 ${printed} 页，清单记为第 ${page} 页`,
    ];
  });
}

/** A digit after a number may begin the next title: 1.项目名称. */
function startsNextTitle(contents: string, at: number, toc: ClaimedPackage['toc']): boolean {
  return toc.some(({ title }) => {
    const name = undotted(comparableText(title));
    return /^\d/.test(name) && contents.startsWith(name, at);
  });
}

/** The page that bears a number must bear the title too, or be the first page of an attachment. */
function targetProblems(pages: readonly PdfPage[], claimed: ClaimedPackage): string[] {
  return claimed.toc.flatMap(({ title, page }) => {
    const bearing = pages.flatMap((candidate, index) => (candidate.printed === page ? [index + 1] : []));
    const [physical] = bearing;
    if (physical === undefined) return [`“${title}”标为第 ${page} 页，但没有一页印有该页码`];
    if (bearing.length > 1) return [`有 ${bearing.length} 页都印有页码 ${page}`];
    if (whole(pages[physical - 1]?.text ?? '').includes(comparableText(title))) return [];
    const opens = claimed.attachments.some(
      (attachment) => attachment.firstPage === page && attachment.physicalPage === physical,
    );
    return opens ? [] : [`“${title}”标为第 ${page} 页，但该页没有这一标题`];
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
            .join(''),
        );
  const missing = range === null && claimed.toc.length > 0 ? ['找不到目录所在的页'] : [];
  const headings = claimed.expected.headings.flatMap(({ title, physicalPage, printed: number }) => {
    const page = pages[physicalPage - 1];
    if (page === undefined) return [`“${title}”应在第 ${physicalPage} 页（物理页），PDF 没有这一页`];
    if (!whole(page.text).includes(comparableText(title)))
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
