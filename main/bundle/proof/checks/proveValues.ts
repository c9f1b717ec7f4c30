import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { containsValue, haystackOf, SEAM } from '../comparableText.ts';
import { type ClaimedPackage, ownPages } from '../packageFacts.ts';
import type { PdfFacts } from '../pdfFacts.ts';
import { proofLine } from '../proofLine.ts';
import type { WordFacts } from '../wordFacts.ts';

const LONGEST_QUOTE = 30;

function quote(text: string): string {
  const short = [...text];
  return short.length > LONGEST_QUOTE ? `${short.slice(0, LONGEST_QUOTE).join('')}…` : text;
}

function proveIn(file: string, haystack: string, { expected }: ClaimedPackage): ProofLine {
  const lost = expected.values.filter(({ text }) => !containsValue(haystack, text));
  return proofLine(
    `各项内容见于 ${file}`,
    lost.map(({ what, text }) => `${what}“${quote(text)}”未找到`),
    `${expected.values.length} 项内容（申报表各栏、固定文字与合计）全部找到`,
  );
}

/** Every value of the form, and the fixed wording, is found again on our pages of the PDF. */
export function provePdfValues(pdf: PdfFacts, claimed: ClaimedPackage): ProofLine {
  const isOwn = ownPages(claimed);
  const texts = pdf.pages.filter((_, index) => isOwn(index + 1)).map(({ text }) => text);
  return proveIn('PDF', texts.join(SEAM), claimed);
}

/** The same in the Word file. */
export function proveWordValues(word: WordFacts, claimed: ClaimedPackage): ProofLine {
  const pieces = word.paragraphs.flatMap((paragraph) => paragraph.split(/[\n\t]/));
  return proveIn('Word 文档', haystackOf(pieces), claimed);
}
