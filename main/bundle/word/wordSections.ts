import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
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
import { TEXT_WIDTH, TURNED_PAGE, TURNED_TEXT_WIDTH, WORD_PAGE } from './wordPage.ts';

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
  /** A4 landscape. */
  readonly turned: boolean;
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
  const { turned, oddPage, numbered, start, draft, children } = shape;
  const page = turned ? TURNED_PAGE : WORD_PAGE;
  return {
    properties: {
      type: oddPage ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
      page: {
        size: {
          width: page.width,
          height: page.height,
          ...(turned ? { orientation: PageOrientation.LANDSCAPE } : {}),
        },
        margin: {
          top: page.top,
          bottom: page.bottom,
          left: page.inside,
          right: page.outside,
          gutter: page.gutter,
          header: page.header,
          footer: page.footer,
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

interface Stretch {
  readonly turned: boolean;
  readonly blocks: readonly Block[];
}

/** Blocks by the way their pages lie: Word turns pages by the section. At least one stretch. */
function stretches(blocks: readonly Block[]): readonly Stretch[] {
  const found: { turned: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const turned = block.type === 'turned';
    const last = found.at(-1);
    if (last === undefined || last.turned !== turned) found.push({ turned, blocks: [block] });
    else last.blocks.push(block);
  }
  return found.length === 0 ? [{ turned: false, blocks }] : found;
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
  const sections = document.sections.flatMap((part) =>
    stretches(noted(part, part === lists, dividers.length > 0)).map(({ turned, blocks }, index) => {
      if (index === 0) context.expectAnchor(part.id);
      return section({
        turned,
        oddPage: index === 0 && duplex && part.startOnRight,
        numbered: part.numbered,
        start: index === 0 && part === firstNumbered ? (context.pageOf(part.id) ?? 1) : null,
        draft,
        footer: null,
        children: wordBlocks(blocks, turned ? TURNED_TEXT_WIDTH : TEXT_WIDTH, RUNNING_TEXT, context),
      });
    }),
  );
  const pages = dividers.map(({ kind, blocks }, index) => {
    const page = context.pageOf(`attachments.${kind}`);
    context.expectAnchor(`attachments.${kind}`);
    const listed = lists === undefined && index === 0 ? [...blocks, ATTACHMENTS_ELSEWHERE] : blocks;
    return section({
      turned: false,
      oddPage: false,
      numbered: page !== null,
      start: page,
      footer: page === null ? null : `见 PDF 第 ${page} 页`,
      draft,
      children: wordBlocks(listed, TEXT_WIDTH, RUNNING_TEXT, context),
    });
  });
  return [...sections, ...pages];
}
