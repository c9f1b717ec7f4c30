import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { type ClaimedPackage, ownPages } from '../packageFacts.ts';
import type { PdfFacts } from '../pdfFacts.ts';
import { proofLine } from '../proofLine.ts';

const A4 = { width: 595.28, height: 841.89 } as const;
/** A third of a millimetre: programs round paper sizes differently. */
const TOLERANCE = 1;

function provePageCount({ pages }: PdfFacts, claimed: ClaimedPackage): ProofLine {
  const found = pages.length;
  return proofLine(
    'PDF 页数',
    found === claimed.pages ? [] : [`PDF 实有 ${found} 页，清单记为 ${claimed.pages} 页`],
    `共 ${found} 页`,
  );
}

function provePageSizes({ pages }: PdfFacts): ProofLine {
  const problems = pages.flatMap(({ width, height }, index) =>
    Math.abs(width - A4.width) <= TOLERANCE && Math.abs(height - A4.height) <= TOLERANCE
      ? []
      : [`第 ${index + 1} 页为 ${Math.round(width / 2.8346)}×${Math.round(height / 2.8346)} 毫米`],
  );
  return proofLine('纸张尺寸', problems, '每页均为 A4 纵向');
}

/**
 * Numbers run through without a gap from the first numbered section to the last page; only empty pages
 * bear none, and no more of them than were put in.
 */
function provePageNumbers({ pages }: PdfFacts, claimed: ClaimedPackage): ProofLine {
  const start = claimed.sections
    .filter(({ firstPage }) => firstPage !== null)
    .reduce<{ physical: number; printed: number } | null>(
      (first, { physicalPage, firstPage }) =>
        firstPage !== null && (first === null || physicalPage < first.physical)
          ? { physical: physicalPage, printed: firstPage }
          : first,
      null,
    );
  const problems: string[] = [];
  const isOwn = ownPages(claimed);
  let empty = 0;
  let last = 0;
  for (const [index, page] of pages.entries()) {
    const physical = index + 1;
    const due =
      start === null || physical < start.physical ? null : physical - start.physical + start.printed;
    if (page.printed !== null) last = Math.max(last, page.printed);
    // What is damaged inside an attachment is told elsewhere; the text after it cannot be read.
    if (page.printed === due || (!page.readable && !isOwn(physical))) continue;
    if (due === null) problems.push(`第 ${physical} 页（物理页）不应有页码，却印有 ${page.printed}`);
    else if (page.printed !== null)
      problems.push(`第 ${physical} 页（物理页）印有 ${page.printed}，应为 ${due}`);
    else if (page.text === '' && page.readable) empty += 1;
    else problems.push(`第 ${physical} 页（物理页）没有页码，应为 ${due}`);
  }
  const { blankPages } = claimed.print;
  if (empty > blankPages) problems.push(`有 ${empty} 页空白而没有页码，清单只记 ${blankPages} 页空白页`);
  return proofLine('逐页页码', problems, `页码连续，至第 ${last} 页`);
}

/** Pages of the PDF: how many, how large, how numbered. */
export function provePages(pdf: PdfFacts, claimed: ClaimedPackage): ProofLine[] {
  return [provePageCount(pdf, claimed), provePageSizes(pdf), provePageNumbers(pdf, claimed)];
}
