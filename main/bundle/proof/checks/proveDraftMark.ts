import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import type { ClaimedPackage } from '../packageFacts.ts';
import type { PdfFacts } from '../pdfFacts.ts';
import { proofLine } from '../proofLine.ts';
import type { WordFacts } from '../readWord.ts';

const MARK = '草稿';

/** The draft mark stands on every page exactly when the package is not final. */
export function provePdfMark({ pages }: PdfFacts, { final }: ClaimedPackage): ProofLine {
  const marked = pages.map(({ large }) => large.join('').includes(MARK));
  const wrong = marked.flatMap((isMarked, index) => (isMarked === final ? [index + 1] : []));
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
