import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { type ClaimedPackage, ownPages } from '../packageFacts.ts';
import type { PdfFacts } from '../pdfFacts.ts';
import { proofLine } from '../proofLine.ts';

const MOST_NAMED = 5;

/** Every font on our own pages is embedded; what attachments bring without is named, and is theirs. */
export function proveFonts({ fonts }: PdfFacts, claimed: ClaimedPackage): ProofLine {
  const isOwn = ownPages(claimed);
  const loose = fonts.filter(({ embedded }) => !embedded);
  const ours = loose.filter(({ pages }) => pages.some(isOwn));
  const theirs = [...new Set(loose.filter((font) => !ours.includes(font)).map(({ name }) => name))];
  const used = fonts.filter(({ pages }) => pages.some(isOwn)).length;
  const named = theirs.slice(0, MOST_NAMED).join('、');
  const note =
    theirs.length === 0
      ? ''
      : `；附件原件自带 ${theirs.length} 种未嵌入字体（${named}），打印前请看一眼这些页`;
  return proofLine(
    '字体嵌入',
    ours.map(({ name, pages }) => `字体“${name}”未嵌入（第 ${pages.find(isOwn)} 页，物理页）`),
    `正文所用 ${used} 个字体均已嵌入${note}`,
  );
}
