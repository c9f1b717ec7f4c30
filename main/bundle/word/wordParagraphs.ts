import {
  AlignmentType,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { assertNever } from '../../../shared/assertNever.ts';
import type {
  Align,
  Heading,
  Inline,
  Paragraph as ParagraphBlock,
  ParagraphStyle,
  Signature,
} from '../../../shared/documents/block.ts';
import { inlineRuns, plainRuns, type RunLook } from './inlineRuns.ts';
import type { WordContext } from './wordContext.ts';
import type { ListMark } from './wordLists.ts';
import { listIndent } from './wordLists.ts';
import { twips } from './wordPage.ts';

/** Where a paragraph stands: the running text or a table's cell, in a list or not. */
export interface ParagraphPlace {
  /** Style and looks its table gives it; null in the running text. */
  readonly cell: { readonly style: string; readonly align: Align; readonly look: RunLook } | null;
  /** The list it belongs to; `mark` is null for the paragraphs of an item after the first. */
  readonly list: { readonly level: number; readonly mark: ListMark | null } | null;
}

/** Where the rules on the cover end, so that they all end alike. In characters of 16 pt. */
const COVER_RULE_END = 22;

function styleOf(style: ParagraphStyle, place: ParagraphPlace): string {
  switch (style) {
    case 'body':
      return place.cell?.style ?? (place.list === null ? 'NormalIndent' : 'Normal');
    case 'plain':
      return place.cell?.style ?? 'Normal';
    case 'cell':
      return place.cell?.style ?? 'TableText';
    case 'coverMark':
      return 'CoverMark';
    case 'coverTitle':
      return 'CoverTitle';
    case 'coverLine':
      return 'CoverLine';
    case 'coverFoot':
      return 'CoverFoot';
    case 'partTitle':
      return 'PartTitle';
    case 'tableCaption':
      return 'TableCaption';
    case 'tableNote':
      return 'TableNote';
    case 'figureCaption':
      return 'FigureCaption';
    case 'dividerTitle':
      return 'DividerTitle';
    case 'hint':
      return 'Hint';
    default:
      return assertNever(style);
  }
}

function alignment(align: Align): (typeof AlignmentType)[keyof typeof AlignmentType] {
  switch (align) {
    case 'left':
      return AlignmentType.LEFT;
    case 'center':
      return AlignmentType.CENTER;
    case 'right':
      return AlignmentType.RIGHT;
    case 'justify':
      return AlignmentType.BOTH;
    default:
      return assertNever(align);
  }
}

function listOptions({ list }: ParagraphPlace): IParagraphOptions {
  if (list === null) return {};
  if (list.mark !== null) return { numbering: list.mark };
  return { indent: { left: listIndent(list.level), firstLine: 0, firstLineChars: 0 } };
}

/**
 * A cover line is ruled from its first underlined blank to its last, whatever stands between; the last
 * one runs to a tab stop, as long as the written words leave it.
 */
function coverRuns(content: readonly Inline[], context: WordContext): ParagraphChild[] {
  const isRule = (inline: Inline): boolean => inline.type === 'blank' && inline.underline;
  const first = content.findIndex(isRule);
  const last = content.findLastIndex(isRule);
  if (last < 0) return inlineRuns(content, context);
  const ruled = content.slice(first, last).map((inline): Inline => {
    if (inline.type === 'blank') return { ...inline, underline: true };
    if (inline.type !== 'text' || inline.marks.includes('underline')) return inline;
    return { ...inline, marks: [...inline.marks, 'underline'] };
  });
  return [
    ...inlineRuns(content.slice(0, first), context),
    ...inlineRuns(ruled, context),
    new TextRun({ underline: {}, children: [new Tab()] }),
    ...inlineRuns(content.slice(last + 1), context),
  ];
}

export function wordParagraph(block: ParagraphBlock, place: ParagraphPlace, context: WordContext): Paragraph {
  const align = block.align ?? (block.style === 'cell' ? (place.cell?.align ?? null) : null);
  const cover = block.style === 'coverLine';
  const runs = cover
    ? coverRuns(block.content, context)
    : inlineRuns(block.content, context, place.cell?.look);
  return new Paragraph({
    style: styleOf(block.style, place),
    ...(align === null ? {} : { alignment: alignment(align) }),
    ...listOptions(place),
    ...(cover ? { tabStops: [{ type: TabStopType.LEFT, position: COVER_RULE_END * 320 }] } : {}),
    children: context.withBookmarks(runs),
  });
}

export function wordHeading(block: Heading, context: WordContext): Paragraph {
  context.expectAnchor(block.anchor);
  return new Paragraph({
    style: `Heading${block.level}`,
    children: context.withBookmarks(plainRuns(block.text.replaceAll('\n', ' '))),
  });
}

/** Signature lines stay on one page, and in a cell at its right. */
export function wordSignature(block: Signature, place: ParagraphPlace, context: WordContext): Paragraph[] {
  return block.lines.map(
    (line, index) =>
      new Paragraph({
        style: place.cell?.style ?? 'Signature',
        alignment: AlignmentType.RIGHT,
        keepNext: index < block.lines.length - 1,
        ...(place.cell === null ? {} : { indent: { right: 420 } }),
        ...(place.cell !== null && index === 0 ? { spacing: { before: 240 } } : {}),
        children: context.withBookmarks(inlineRuns(line, context, place.cell?.look)),
      }),
  );
}

/** An empty stretch of the page, `mm` high. */
export function wordSpace(mm: number, context: WordContext): Paragraph {
  // Word takes exact lines up to 1584 pt.
  const height = Math.min(31_000, Math.max(20, twips(Number.isFinite(mm) ? mm : 0)));
  return new Paragraph({
    style: 'Spacer',
    spacing: { line: height, lineRule: LineRuleType.EXACT },
    children: context.withBookmarks([]),
  });
}

/** A line of 1 pt: parts what Word would else grow together, or turns the page. */
export function wordHairline(context: WordContext, turnsPage = false): Paragraph {
  return new Paragraph({
    style: 'Spacer',
    ...(turnsPage ? { pageBreakBefore: true } : {}),
    children: context.withBookmarks([]),
  });
}
