import { InternalHyperlink, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Contents } from '../../../shared/documents/block.ts';
import { pageField, plainRuns } from './inlineRuns.ts';
import type { WordContext } from './wordContext.ts';

/**
 * The 目录 as plain entries, each a link with its page number in a field of its own. Not Word's TOC
 * field: that would ask to be updated on opening, and would forget the attachments, whose pages are
 * only in the bound PDF.
 */
export function wordContents(block: Contents, context: WordContext): Paragraph[] {
  return block.entries.map(({ level, text, anchor }) => {
    const page = context.pageOf(anchor);
    const bookmark = context.bookmarkOf(anchor);
    const title = plainRuns(text.replaceAll('\n', ' '));
    const tab = new TextRun({ children: [new Tab()] });
    const number: ParagraphChild[] =
      page === null ? [] : [tab, bookmark === null ? new TextRun(String(page)) : pageField(bookmark, page)];
    const children =
      bookmark === null
        ? [...title, ...number]
        : [new InternalHyperlink({ anchor: bookmark, children: [...title, ...number] })];
    return new Paragraph({ style: `TOC${level}`, children: context.withBookmarks(children) });
  });
}
