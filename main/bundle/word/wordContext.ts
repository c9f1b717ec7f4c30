import { Bookmark, type ParagraphChild } from 'docx';
import type { Block, Row } from '../../../shared/documents/block.ts';
import type { AnchorPage, BundleDocument, PictureAsset } from '../../../shared/documents/bundleDocument.ts';
import { bookmarkName } from './bookmarkName.ts';

/** What every block needs to know while it is written, and the counters of one document. */
export interface WordContext {
  readonly assets: ReadonlyMap<string, PictureAsset>;
  /** Printed page of an anchor in the bound PDF; null where none is printed. */
  readonly pageOf: (anchor: string) => number | null;
  /** The bookmark of an anchor that stands in this Word document, else null. */
  readonly bookmarkOf: (anchor: string) => string | null;
  /** Has the next paragraph bear this anchor. */
  readonly expectAnchor: (anchor: string | null) => void;
  /** Wraps a paragraph's runs into the bookmarks that wait. */
  readonly withBookmarks: (children: readonly ParagraphChild[]) => readonly ParagraphChild[];
  readonly nextList: () => number;
}

function rowAnchors(rows: readonly Row[]): string[] {
  return rows.flatMap(({ anchor, cells }) => [
    ...(anchor === null ? [] : [anchor]),
    ...cells.flatMap((cell) => blockAnchors(cell.content)),
  ]);
}

function blockAnchors(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading') return [block.anchor];
    if (block.type === 'list') return block.items.flatMap(blockAnchors);
    if (block.type === 'turned') return block.sheets.flatMap(blockAnchors);
    if (block.type !== 'table') return [];
    return [...(block.anchor === null ? [] : [block.anchor]), ...rowAnchors([...block.head, ...block.rows])];
  });
}

/** Every anchor that gets a bookmark of its own. */
function anchorsOf(document: BundleDocument): Set<string> {
  return new Set([
    ...document.sections.flatMap(({ id, blocks }) => [id, ...blockAnchors(blocks)]),
    ...document.dividers.flatMap(({ kind, blocks }) => [`attachments.${kind}`, ...blockAnchors(blocks)]),
  ]);
}

export interface WordInput {
  readonly assets: ReadonlyMap<string, PictureAsset>;
  /** Pages of everything typeset. */
  readonly anchors: ReadonlyMap<string, AnchorPage>;
  /** Printed pages of what is only planned: attachments and dividers. */
  readonly pageNumbers: ReadonlyMap<string, number>;
}

export function createWordContext(document: BundleDocument, input: WordInput): WordContext {
  const present = anchorsOf(document);
  const waiting: string[] = [];
  const written = new Set<string>();
  let lists = 0;
  return {
    assets: input.assets,
    pageOf: (anchor) => input.pageNumbers.get(anchor) ?? input.anchors.get(anchor)?.printed ?? null,
    bookmarkOf: (anchor) => (present.has(anchor) ? bookmarkName(anchor) : null),
    expectAnchor: (anchor) => {
      // Word keeps only one bookmark of a name; the first place is the one people mean.
      if (anchor === null || written.has(anchor)) return;
      written.add(anchor);
      waiting.push(anchor);
    },
    withBookmarks: (children) =>
      waiting
        .splice(0)
        .reduce<readonly ParagraphChild[]>(
          (inner, anchor) => [new Bookmark({ id: bookmarkName(anchor), children: inner })],
          children,
        ),
    nextList: () => {
      lists += 1;
      return lists;
    },
  };
}
