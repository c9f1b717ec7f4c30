import { InternalHyperlink, type IRunOptions, type ParagraphChild, SimpleField, Tab, TextRun } from 'docx';
import { assertNever } from '../../../shared/assertNever.ts';
import type { Inline, Mark } from '../../../shared/documents/block.ts';
import type { WordContext } from './wordContext.ts';
import { wordText } from './wordText.ts';

/** Printed where a page number is not known or the page bears none. */
const NO_PAGE = '—';
const CHINESE = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;
/** Punctuation and signs that Word would else take from the Latin font, half as wide. */
const AMBIGUOUS = /[\u00a7-\u00f7\u2010-\u27ff]/;

/** Extra looks of a run that come from where it stands (a bold total row, a figure set smaller). */
export type RunLook = Pick<IRunOptions, 'bold' | 'size'>;

function markOptions(marks: readonly Mark[]): IRunOptions {
  return {
    ...(marks.includes('bold') ? { bold: true } : {}),
    ...(marks.includes('italic') ? { italics: true } : {}),
    ...(marks.includes('underline') ? { underline: {} } : {}),
    ...(marks.includes('superscript') ? { superScript: true } : {}),
    ...(!marks.includes('superscript') && marks.includes('subscript') ? { subScript: true } : {}),
  };
}

/** Runs of one piece of text; `chinese` tells whether the paragraph around it is Chinese. */
function textRuns(text: string, options: IRunOptions, chinese: boolean): TextRun[] {
  const hint = chinese && AMBIGUOUS.test(text) ? { font: { hint: 'eastAsia' } } : {};
  return wordText(text)
    .split('\n')
    .flatMap((line, index) => {
      const pieces = line.split('\t').flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece]));
      const children = pieces.filter((piece) => piece !== '');
      if (children.length === 0 && index === 0) return [];
      return [new TextRun({ ...options, ...hint, ...(index === 0 ? {} : { break: 1 }), children })];
    });
}

/** Ideographic spaces are as wide as a character in every font; a half is left to a Latin space. */
function penRoom(characters: number): string {
  const wanted = Number.isFinite(characters) ? Math.max(0, Math.min(200, characters)) : 0;
  const whole = Math.floor(wanted);
  return '\u3000'.repeat(whole) + (wanted - whole >= 0.5 ? '\u00a0' : '');
}

/** The printed number of an anchor, as a field that Word can renew where the place is in this document. */
export function pageRuns(anchor: string, context: WordContext): ParagraphChild[] {
  const page = context.pageOf(anchor);
  const bookmark = context.bookmarkOf(anchor);
  if (page === null) return [new TextRun(NO_PAGE)];
  if (bookmark === null) return [new TextRun(String(page))];
  return [new InternalHyperlink({ anchor: bookmark, children: [pageField(bookmark, page)] })];
}

export function pageField(bookmark: string, page: number): SimpleField {
  return new SimpleField(`PAGEREF ${bookmark} \\h`, String(page));
}

/** Word runs of a paragraph's content, in order. */
export function inlineRuns(
  content: readonly Inline[],
  context: WordContext,
  look: RunLook = {},
): ParagraphChild[] {
  const chinese = content.some((inline) => inline.type === 'text' && CHINESE.test(inline.text));
  return content.flatMap((inline): ParagraphChild[] => {
    switch (inline.type) {
      case 'text':
        return textRuns(inline.text, { ...look, ...markOptions(inline.marks) }, chinese);
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'pageRef':
        return pageRuns(inline.anchor, context);
      case 'blank': {
        const text = penRoom(inline.characters);
        if (text === '') return [];
        return [new TextRun({ text, ...(inline.underline ? { underline: {} } : {}) })];
      }
      default:
        return assertNever(inline);
    }
  });
}

/** Runs of a plain text. */
export function plainRuns(text: string): TextRun[] {
  return textRuns(text, {}, true);
}
