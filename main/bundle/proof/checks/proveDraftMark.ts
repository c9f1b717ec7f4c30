import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { type ClaimedPackage, ownPages } from '../packageFacts.ts';
import type { PdfFacts } from '../pdfFacts.ts';
import { proofLine } from '../proofLine.ts';
import type { WordFacts } from '../wordFacts.ts';

const MARK = '草稿';

/**
 * The draft mark stands on every page exactly when the package is not final. An attachment may bear such
 * a mark of its own; in a final package only our own pages must not.
 */
export function provePdfMark({ pages }: PdfFacts, claimed: ClaimedPackage): ProofLine {
  const { final } = claimed;
  const isOwn = ownPages(claimed);
  const wrong = pages.flatMap(({ large, readable }, index) => {
    if (!isOwn(index + 1) && (final || !readable)) return [];
    return large.join('').includes(MARK) === final ? [index + 1] : [];
  });
  const problem = final ? '是正式件，却带有“草稿”字样' : '没有“草稿”字样';
  return proofLine(
    'PDF 草稿标记',
    wrong.map((page) => `第 ${page} 页（物理页）${problem}`),
    final ? '正式件，无草稿标记' : `${pages.length} 页均有草稿标记`,
  );
}

/** The same in every section of the Word file. */
export function proveWordMark({ sections }: WordFacts, { final }: ClaimedPackage): ProofLine {
  const problems = sections.flatMap(({ marks }, index) => {
    if (final) return marks.some((mark) => mark.includes(MARK)) ? [`第 ${index + 1} 节带有“草稿”字样`] : [];
    return marks.includes(MARK) ? [] : [`第 ${index + 1} 节没有“草稿”字样`];
  });
  return proofLine(
    'Word 草稿标记',
    problems,
    final ? '正式件，无草稿标记' : `${sections.length} 节均有草稿标记`,
  );
}
