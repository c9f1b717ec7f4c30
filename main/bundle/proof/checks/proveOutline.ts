import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { comparableText, SEAM } from '../comparableText.ts';
import { type ClaimedPackage, ownPages, sectionRange } from '../packageFacts.ts';
import type { PdfFacts } from '../pdfFacts.ts';
import { proofLine } from '../proofLine.ts';

function proveBookmarks({ outline }: PdfFacts, claimed: ClaimedPackage): ProofLine {
  const expected = claimed.expected.outline;
  const problems =
    outline.length === expected.length ? [] : [`PDF 有 ${outline.length} 个书签，应为 ${expected.length} 个`];
  for (const [index, { title, physicalPage }] of expected.entries()) {
    const found = outline[index];
    if (found === undefined) break;
    if (comparableText(found.title) !== comparableText(title))
      problems.push(`第 ${index + 1} 个书签是“${found.title}”，应为“${title}”`);
    else if (found.page !== physicalPage)
      problems.push(`书签“${title}”指向第 ${found.page ?? '（无）'} 页（物理页），应为第 ${physicalPage} 页`);
  }
  return proofLine('书签', problems, `${expected.length} 个书签均指向正确的页`);
}

/** In the 目录, a link must lead to the page whose number it lies upon, with or without the title before it. */
function contentsProblems({ pages }: PdfFacts, claimed: ClaimedPackage): string[] {
  const range = sectionRange(claimed, 'contents');
  if (range === null) return [];
  // An attachment's entry may lead to the page before its kind: nearest to it that was typeset.
  const opening = new Set(claimed.attachments.map(({ firstPage }) => firstPage));
  const plain = (text: string): string => text.replaceAll(SEAM, '').replace(/[.·…‥․]/g, '');
  const numbers = new Map(
    claimed.toc.flatMap(({ title, page }): [string, number][] => [
      [plain(`${comparableText(title)}${page}`), page],
      [String(page), page],
    ]),
  );
  return pages.slice(range.first - 1, range.last).flatMap(({ links }) =>
    links.flatMap(({ text, target }) => {
      const due = numbers.get(plain(text));
      if (due === undefined || target === null || opening.has(due)) return [];
      const number = pages[target - 1]?.printed ?? null;
      return number === due ? [] : [`目录中标为第 ${due} 页的链接到了第 ${number ?? '（无）'} 页`];
    }),
  );
}

function proveLinks(pdf: PdfFacts, claimed: ClaimedPackage): ProofLine {
  const isOwn = ownPages(claimed);
  let count = 0;
  let foreign = 0;
  const problems = pdf.pages.flatMap(({ links }, index) => {
    const lost = links.filter(({ target }) => target === null || target > pdf.pages.length).length;
    if (!isOwn(index + 1)) {
      foreign += lost;
      return [];
    }
    count += links.length;
    return lost === 0 ? [] : [`第 ${index + 1} 页（物理页）有 ${lost} 处链接没有去处`];
  });
  const note = foreign === 0 ? '' : `（另有附件自带的 ${foreign} 处链接没有去处，不影响打印）`;
  return proofLine(
    '内部链接',
    [...problems, ...contentsProblems(pdf, claimed)],
    `${count} 处链接均有去处${note}`,
  );
}

/** Bookmarks and links of the PDF lead where they say. */
export function proveOutline(pdf: PdfFacts, claimed: ClaimedPackage): ProofLine[] {
  return [proveBookmarks(pdf, claimed), proveLinks(pdf, claimed)];
}
