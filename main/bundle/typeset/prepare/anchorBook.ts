import { assertNever } from '../../../../shared/assertNever.ts';
import type { Block, Inline } from '../../../../shared/documents/block.ts';
import type { BundleDocument } from '../../../../shared/documents/bundleDocument.ts';

export interface BookedAnchor {
  readonly index: number;
  readonly id: string;
  /** Its page bears a number. */
  readonly numbered: boolean;
  /** Anchor of the divider page it stands on, whose number is planned. */
  readonly divider: string | null;
}

/** Where a reference leads: an anchor that is typeset, or nowhere. */
export interface AnchorBook {
  readonly anchors: readonly BookedAnchor[];
  /**
   * The number of an anchor the first time it is claimed, by what will carry it in the PDF; null for one
   * without a name or claimed before.
   */
  readonly claim: (id: string | null) => number | null;
  /** True for an anchor that something carries. */
  readonly claimed: (anchor: BookedAnchor) => boolean;
  readonly find: (id: string) => BookedAnchor | null;
  /** For the anchor of a file or of a page in it, that of the divider before its kind. */
  readonly dividerOf: (id: string) => BookedAnchor | null;
}

/** Anchor of the page before the files of one kind. */
export function dividerAnchor(kind: string): string {
  return `attachments.${kind}`;
}

/** Numbers the anchors of a document in reading order. */
export function createAnchorBook(document: BundleDocument): AnchorBook {
  const byId = new Map<string, BookedAnchor>();
  const anchors: BookedAnchor[] = [];
  const add = (id: string | null, numbered: boolean, divider: string | null): void => {
    if (id === null || id === '' || byId.has(id)) return;
    const anchor = { index: anchors.length, id, numbered, divider };
    anchors.push(anchor);
    byId.set(id, anchor);
  };
  for (const section of document.sections) {
    add(section.id, section.numbered, null);
    visit(section.blocks, (id) => add(id, section.numbered, null));
  }
  for (const divider of document.dividers) {
    const own = dividerAnchor(divider.kind);
    add(own, true, own);
    visit(divider.blocks, (id) => add(id, true, own));
  }
  const claimed = new Set<string>();
  const dividers = dividersOfFiles(document);
  return {
    anchors,
    claim: (id) => {
      if (id === null || claimed.has(id)) return null;
      claimed.add(id);
      return byId.get(id)?.index ?? null;
    },
    claimed: ({ id }) => claimed.has(id),
    find: (id) => byId.get(id) ?? null,
    dividerOf: (id) => byId.get(dividers.get(id) ?? dividers.get(fileOf(id)) ?? '') ?? null,
  };
}

/** `attachment.ID` of `attachment.ID#3`. */
function fileOf(anchor: string): string {
  return anchor.replace(/#\d+$/, '');
}

/** Calls back with every anchor that blocks carry. */
function visit(blocks: readonly Block[], found: (anchor: string | null) => void): void {
  for (const block of blocks) {
    if (block.type === 'heading') found(block.anchor);
    else if (block.type === 'list') for (const item of block.items) visit(item, found);
    else if (block.type === 'turned') for (const sheet of block.sheets) visit(sheet, found);
    else if (block.type === 'table') {
      found(block.anchor);
      // A head is printed on every page of its table: nothing in it is one place.
      for (const row of block.rows) {
        found(row.anchor);
        for (const cell of row.cells) visit(cell.content, found);
      }
    }
  }
}

/** A divider lists its files; the 目录 lists them below their kind. Either tells where a file belongs. */
function dividersOfFiles(document: BundleDocument): ReadonlyMap<string, string> {
  const dividers = new Map<string, string>();
  for (const divider of document.dividers)
    for (const anchor of references(divider.blocks)) dividers.set(anchor, dividerAnchor(divider.kind));
  const kinds = new Set(document.dividers.map((divider) => dividerAnchor(divider.kind)));
  for (const section of document.sections) {
    for (const block of section.blocks) {
      if (block.type !== 'contents') continue;
      let kind: string | null = null;
      for (const entry of block.entries) {
        if (kinds.has(entry.anchor)) kind = entry.anchor;
        else if (kind !== null && !dividers.has(entry.anchor)) dividers.set(entry.anchor, kind);
      }
    }
  }
  return dividers;
}

function references(blocks: readonly Block[]): string[] {
  const inlinesOf = (inlines: readonly Inline[]): string[] =>
    inlines.flatMap((inline) => (inline.type === 'pageRef' ? [inline.anchor] : []));
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
        return inlinesOf(block.content);
      case 'list':
        return block.items.flatMap(references);
      case 'turned':
        return block.sheets.flatMap(references);
      case 'table':
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => references(cell.content)));
      case 'signature':
        return block.lines.flatMap(inlinesOf);
      case 'heading':
      case 'image':
      case 'contents':
      case 'pageBreak':
      case 'space':
        return [];
      default:
        return assertNever(block);
    }
  });
}
