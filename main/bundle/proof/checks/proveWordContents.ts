import type { ProofLine } from '../../../../shared/documents/packageManifest.ts';
import { comparableText } from '../comparableText.ts';
import type { ClaimedPackage } from '../packageFacts.ts';
import { proofLine } from '../proofLine.ts';
import type { WordFacts } from '../wordFacts.ts';

/** The Word file's 目录 says the same as the PDF's, and its links land. */
export function proveWordContents(word: WordFacts, { toc }: ClaimedPackage): ProofLine[] {
  const entries = word.contents.filter(({ page }) => page !== null);
  const problems =
    entries.length === toc.length ? [] : [`Word 目录有 ${entries.length} 条带页码，应为 ${toc.length} 条`];
  for (const [index, { title, page }] of toc.entries()) {
    const entry = entries[index];
    if (entry === undefined) break;
    if (comparableText(entry.text) !== comparableText(title))
      problems.push(`Word 目录第 ${index + 1} 条是“${entry.text}”，应为“${title}”`);
    else if (entry.page !== page)
      problems.push(`Word 目录“${title}”为第 ${entry.page} 页，应为第 ${page} 页`);
  }
  const lost = word.links.filter(({ lands }) => !lands);
  return [
    proofLine('Word 目录', problems, `${toc.length} 条目录与 PDF 一致`),
    proofLine(
      'Word 内部链接',
      lost.length === 0 ? [] : [`${lost.length} 处链接没有去处`],
      `${word.links.length} 处链接均有去处`,
    ),
  ];
}
