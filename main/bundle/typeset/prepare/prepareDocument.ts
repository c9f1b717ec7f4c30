import type { Block } from '../../../../shared/documents/block.ts';
import type { BundleDocument, PictureAsset } from '../../../../shared/documents/bundleDocument.ts';
import { faces } from '../fonts/faces.ts';
import type { GlyphCoverage } from '../fonts/glyphCoverage.ts';
import { type AnchorBook, createAnchorBook, dividerAnchor } from './anchorBook.ts';
import { estimateHeight } from './estimateHeight.ts';
import { prepareBlocks } from './prepareBlocks.ts';
import type { PreparedDocument } from './prepared.ts';
import { printable } from './prepareInlines.ts';
import type { Room, Scope } from './scope.ts';

/** Text width: A4 less 28 and 26 mm and a gutter of 4 mm. */
const PAGE_ROOM: Room = { mode: 'flow', widthMm: 152, size: 16, pitch: 28, depth: 0 };

const PAGE_TEXT_MM = 225;

export interface PrepareInput {
  readonly assets: ReadonlyMap<string, PictureAsset>;
  readonly refused: ReadonlySet<string>;
  readonly pageNumbers: ReadonlyMap<string, number>;
  readonly coverage: GlyphCoverage;
  /** ISO date of the document's properties; null writes none. */
  readonly date: string | null;
}

export interface Preparation {
  readonly prepared: PreparedDocument;
  readonly anchors: AnchorBook;
  readonly warnings: readonly string[];
}

/** Makes a document safe and complete for the templates. Pure but for the coverage it asks. */
export function prepareDocument(document: BundleDocument, input: PrepareInput): Preparation {
  const anchors = createAnchorBook(document);
  const warnings = new Set<string>();
  let heading = '';
  const scope: Scope = {
    anchors,
    assets: input.assets,
    refused: input.refused,
    pageNumbers: input.pageNumbers,
    coverage: input.coverage,
    warn: (message) => warnings.add(heading === '' ? message : `${message}（在“${heading}”）`),
    enter: (name) => {
      heading = printable(name).replaceAll('\n', ' ').slice(0, 40);
    },
  };
  const firstNumbered = document.sections.findIndex((section) => section.numbered);
  const sections = document.sections.map((section, index) => {
    heading = PART_NAMES[section.kind];
    const first = index === firstNumbered;
    return {
      anchor: anchors.claim(section.id),
      numbered: section.numbered,
      // Page 1 is always a right-hand page, as shared/documents/planPagination.ts counts.
      right: document.duplex && (section.startOnRight || first),
      first,
      reports: index === 0,
      fit: mayFit(section.blocks) ? LEAST_SCALE[section.kind] : null,
      blocks: prepareBlocks(trimBreaks(section.blocks), PAGE_ROOM, scope),
    };
  });
  const dividers = document.dividers.map((divider, index) => {
    heading = divider.title;
    const id = dividerAnchor(divider.kind);
    const number = input.pageNumbers.get(id) ?? null;
    return {
      anchor: anchors.claim(id),
      number,
      right: number === null || number % 2 === 1,
      reports: index === 0 && sections.length === 0,
      blocks: prepareBlocks(onOnePage(divider.blocks), PAGE_ROOM, scope),
    };
  });
  return {
    anchors,
    warnings: [...warnings],
    prepared: {
      meta: {
        title: printable(document.title),
        author: document.author === '' ? [] : [printable(document.author)],
        subject: printable(document.subject),
        keywords: document.keywords.map(printable),
        date: dateParts(input.date),
      },
      duplex: document.duplex,
      fonts: faces,
      anchors: anchors.anchors.map((anchor) => ({
        placed: anchors.claimed(anchor),
        numbered: anchor.numbered,
        planned: anchor.divider === null ? null : (input.pageNumbers.get(anchor.divider) ?? null),
      })),
      sections,
      dividers,
    },
  };
}

/** A form is one page; a 目录 should not spill a line or two onto a second one. */
const LEAST_SCALE = {
  cover: null,
  contents: 0.86,
  form: 0.7,
  plan: null,
  attachments: null,
  sheet: null,
} as const;

const PART_NAMES = {
  cover: '封面',
  contents: '目录',
  form: '申报表',
  plan: '正文',
  attachments: '附件',
  sheet: '交件单',
} as const;

/** Worth trying to set on one page by making it smaller. */
function mayFit(blocks: readonly Block[]): boolean {
  if (blocks.some(({ type }) => type === 'pageBreak' || type === 'turned')) return false;
  return estimateHeight(blocks, PAGE_ROOM) < PAGE_TEXT_MM * 2;
}

/** A divider is one upright page, whatever is asked for. */
function onOnePage(blocks: readonly Block[]): readonly Block[] {
  const upright = blocks.flatMap((block) => (block.type === 'turned' ? block.sheets.flat() : [block]));
  return upright.some(({ type }) => type === 'turned')
    ? onOnePage(upright)
    : upright.filter(({ type }) => type !== 'pageBreak');
}

/** A break at the edge of a section would make an empty page. */
function trimBreaks(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex((block) => block.type !== 'pageBreak');
  const last = blocks.findLastIndex((block) => block.type !== 'pageBreak');
  return first < 0 ? [{ type: 'space', mm: 1 }] : blocks.slice(first, last + 1);
}

function dateParts(date: string | null): PreparedDocument['meta']['date'] {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '');
  if (match === null) return null;
  const time = new Date(`${match[0]}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(match[0])) return null;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}
