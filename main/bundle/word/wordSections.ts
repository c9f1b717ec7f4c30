import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { Block, Paragraph as ParagraphBlock } from '../../../shared/documents/block.ts';
import type { BundleDocument, DocumentSection } from '../../../shared/documents/bundleDocument.ts';
import { RUNNING_TEXT, wordBlocks } from './wordBlocks.ts';
import type { WordContext } from './wordContext.ts';
import { HEITI } from './wordFonts.ts';
import { TEXT_WIDTH, WORD_PAGE } from './wordPage.ts';

const DRAFT_MARK = '草稿';
/** GB/T 9704: the number keeps one character from the edge of the text. */
const NUMBER_INDENT = 280;

function note(text: string): ParagraphBlock {
  return {
    type: 'paragraph',
    style: 'tableNote',
    align: 'left',
    content: [{ type: 'text', text, marks: [] }],
  };
}

const ATTACHMENTS_ELSEWHERE = note(
  '注：附件各页见装订成册的 PDF 文件，本 Word 文档只列附件目录，页码为附件在该 PDF 中的页码。',
);
const CONTENTS_NUMBERS = note('注：附件页码为 PDF 装订册中的页码。');

/** What stands in the footer where a page number would: the number itself, or words. */
function footer(side: 'left' | 'right', words: string | null): Footer {
  const alignment = side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment,
        indent: { [side]: NUMBER_INDENT },
        children: [
          words === null
            ? new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })
            : new TextRun({ text: words }),
        ],
      }),
    ],
  });
}

function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({ style: 'Footer' })] });
}

function draftHeader(): Header {
  const mark = new TextWatermark({ text: DRAFT_MARK, font: HEITI, width: 360, height: 170, opacity: 0.35 });
  return new Header({ children: [new Paragraph({ style: 'Header', children: [mark] })] });
}

interface SectionShape {
  readonly oddPage: boolean;
  readonly numbered: boolean;
  /** Number its first page bears; null goes on counting. */
  readonly start: number | null;
  /** Stands in the footer instead of the number; null for the number itself. */
  readonly footer: string | null;
  readonly draft: boolean;
  readonly children: readonly (Paragraph | Table)[];
}

function section(shape: SectionShape): ISectionOptions {
  const { oddPage, numbered, start, draft, children } = shape;
  return {
    properties: {
      type: oddPage ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
      page: {
        size: { width: WORD_PAGE.width, height: WORD_PAGE.height },
        margin: {
          top: WORD_PAGE.top,
          bottom: WORD_PAGE.bottom,
          left: WORD_PAGE.inside,
          right: WORD_PAGE.outside,
          gutter: WORD_PAGE.gutter,
          header: WORD_PAGE.header,
          footer: WORD_PAGE.footer,
        },
        ...(start === null ? {} : { pageNumbers: { start } }),
      },
    },
    // Every section has its own: one without would take over those of the section before.
    footers: numbered
      ? { default: footer('right', shape.footer), even: footer('left', shape.footer) }
      : { default: emptyFooter(), even: emptyFooter() },
    ...(draft ? { headers: { default: draftHeader(), even: draftHeader() } } : {}),
    children,
  };
}

function blocksOf(blocks: readonly Block[], anchor: string, context: WordContext): (Paragraph | Table)[] {
  context.expectAnchor(anchor);
  return wordBlocks(blocks, TEXT_WIDTH, RUNNING_TEXT, context);
}

/** Blocks of a section, with the notes only a file without the attachments' pages needs. */
function noted(part: DocumentSection, isList: boolean, hasDividers: boolean): readonly Block[] {
  if (!hasDividers) return part.blocks;
  const hasContents = part.blocks.some(({ type }) => type === 'contents');
  return [
    ...part.blocks,
    ...(hasContents ? [CONTENTS_NUMBERS] : []),
    ...(isList ? [ATTACHMENTS_ELSEWHERE] : []),
  ];
}

/**
 * Sections of the Word file: those of the document, then one for each divider. Numbers begin at the first
 * numbered section. A divider counts as in the bound PDF, since the attachments' pages between the dividers
 * are only there: references find that number. It prints no running number, which another page of this
 * file may bear when the text runs to more pages here; its footer names its page in the PDF.
 */
export function wordSections(document: BundleDocument, context: WordContext): ISectionOptions[] {
  const { draft, duplex, dividers } = document;
  const firstNumbered = document.sections.find(({ numbered }) => numbered);
  const lists = document.sections.findLast(({ kind }) => kind === 'attachments');
  const sections = document.sections.map((part) =>
    section({
      oddPage: duplex && part.startOnRight,
      numbered: part.numbered,
      start: part === firstNumbered ? (context.pageOf(part.id) ?? 1) : null,
      draft,
      footer: null,
      children: blocksOf(noted(part, part === lists, dividers.length > 0), part.id, context),
    }),
  );
  const pages = dividers.map(({ kind, blocks }, index) => {
    const page = context.pageOf(`attachments.${kind}`);
    return section({
      oddPage: false,
      numbered: page !== null,
      start: page,
      footer: page === null ? null : `见 PDF 第 ${page} 页`,
      draft,
      children: blocksOf(
        lists === undefined && index === 0 ? [...blocks, ATTACHMENTS_ELSEWHERE] : blocks,
        `attachments.${kind}`,
        context,
      ),
    });
  });
  return [...sections, ...pages];
}
