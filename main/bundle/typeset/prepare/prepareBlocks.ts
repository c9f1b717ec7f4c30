import { assertNever } from '../../../../shared/assertNever.ts';
import type { Block, Contents, Image, List, Paragraph, Turned } from '../../../../shared/documents/block.ts';
import type { PreparedBlock, PreparedEntry, PreparedParagraph } from './prepared.ts';
import { prepareInlines, prepareReference, prepareWords, printable } from './prepareInlines.ts';
import { prepareTable } from './prepareTable.ts';
import { emsOf, pointsToMm, type Room, type Scope } from './scope.ts';

/** Lists and tables inside one another deeper than this are printed flat: Typst ends somewhere, users do not. */
const DEEPEST = 6;
const TALLEST_IMAGE_MM = { flow: 190, list: 190, cell: 140 } as const;
const MOST_SPACE_MM = 200;
/** Text of a page that lies on its side is as wide as that of an upright one is high. */
const TURNED_WIDTH_MM = 225;

/** Blocks made safe for the templates; see prepared.ts. */
export function prepareBlocks(blocks: readonly Block[], room: Room, scope: Scope): PreparedBlock[] {
  return blocks.flatMap((block, index) => {
    const next = blocks.slice(index + 1).find((other) => other.type !== 'space') ?? null;
    return prepareBlock(block, next, room, scope);
  });
}

function prepareBlock(block: Block, next: Block | null, room: Room, scope: Scope): PreparedBlock[] {
  switch (block.type) {
    case 'paragraph':
      if (block.style === 'partTitle') scope.enter(wordsOf(block));
      return [prepareParagraph(block, next, room, scope)];
    case 'heading': {
      const level = Math.min(6, Math.max(1, Math.round(block.level) || 1));
      if (room.mode === 'flow') scope.enter(block.text);
      const content = prepareWords(block.text, emsOf(room) - 2, scope);
      return [{ kind: 'heading', level, anchor: scope.anchors.claim(block.anchor), content }];
    }
    case 'list':
      return prepareList(block, room, scope);
    case 'table': {
      if (room.depth >= DEEPEST) return flatTable(block, room, scope);
      const table = prepareTable(block, room, scope, prepareBlocks);
      return table === null ? [] : [table];
    }
    case 'image':
      return [prepareImage(block, room, scope)];
    case 'contents':
      return [{ kind: 'contents', entries: prepareEntries(block, room, scope) }];
    case 'turned':
      return prepareTurned(block, next, room, scope);
    case 'signature': {
      const ems = emsOf(room) - 2;
      return [{ kind: 'signature', lines: block.lines.map((line) => prepareInlines(line, ems, scope)) }];
    }
    case 'space':
      return Number.isFinite(block.mm)
        ? [
            {
              kind: 'space',
              mm: Math.min(room.mode === 'cell' ? MOST_SPACE_MM / 4 : MOST_SPACE_MM, Math.max(0, block.mm)),
            },
          ]
        : [];
    case 'pageBreak':
      return [{ kind: 'pageBreak' }];
    default:
      return assertNever(block);
  }
}

/** Only a page itself can be turned; what comes after it begins on the next one. */
function prepareTurned(block: Turned, next: Block | null, room: Room, scope: Scope): PreparedBlock[] {
  if (room.mode !== 'flow' || room.widthMm === TURNED_WIDTH_MM)
    return block.sheets.flatMap((sheet) => prepareBlocks(sheet, room, scope));
  if (block.sheets.length === 0) return [];
  const inner: Room = { ...room, widthMm: TURNED_WIDTH_MM };
  const sheets = block.sheets.map((sheet) =>
    prepareBlocks(sheet, inner, scope).filter(({ kind }) => kind !== 'pageBreak'),
  );
  return [{ kind: 'turned', sheets }, ...(next === null ? [] : [{ kind: 'pageBreak' } as const])];
}

function prepareParagraph(block: Paragraph, next: Block | null, room: Room, scope: Scope): PreparedParagraph {
  const leads = block.style === 'tableCaption' || block.style === 'tableNote';
  const ahead =
    next?.type === 'table' ||
    (next?.type === 'paragraph' && (next.style === 'tableCaption' || next.style === 'tableNote'));
  const content = prepareInlines(block.content, emsOf(room), scope);
  return {
    kind: 'paragraph',
    style: block.style,
    align: block.align,
    ragged: content.some((inline) => inline.kind === 'text' && inline.text.length > 1),
    sticky: (leads && ahead) || block.style === 'partTitle',
    content,
  };
}

function wordsOf(block: Paragraph): string {
  return block.content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
}

function prepareList(block: List, room: Room, scope: Scope): PreparedBlock[] {
  if (room.depth >= DEEPEST) return block.items.flatMap((item) => prepareBlocks(item, room, scope));
  const indent = room.depth === 0 && room.mode === 'flow' ? 3.5 : 1.5;
  const inner: Room = {
    ...room,
    mode: room.mode === 'cell' ? 'cell' : 'list',
    widthMm: Math.max(2, room.widthMm - pointsToMm(room.size * indent)),
    depth: room.depth + 1,
  };
  const items = block.items.map((item) => prepareBlocks(item, inner, scope));
  return items.length === 0 ? [] : [{ kind: 'list', ordered: block.ordered, items }];
}

function flatTable(block: Extract<Block, { type: 'table' }>, room: Room, scope: Scope): PreparedBlock[] {
  return [...block.head, ...block.rows].flatMap((row) =>
    row.cells.flatMap((cell) => prepareBlocks(cell.content, room, scope)),
  );
}

/** Path under which a picture is handed to Typst. */
export function picturePath(sha256: string, mime: 'image/png' | 'image/jpeg'): string {
  return `/pictures/${sha256.replace(/[^0-9a-zA-Z]/g, '')}.${mime === 'image/png' ? 'png' : 'jpg'}`;
}

function prepareImage(block: Image, room: Room, scope: Scope): PreparedBlock {
  const name = printable(block.caption || block.alt) || `${block.asset.slice(0, 12)}…`;
  const asset = scope.assets.get(block.asset);
  const usable = asset !== undefined && !scope.refused.has(block.asset);
  if (!usable)
    scope.warn(
      asset === undefined
        ? `图片“${name}”不在草稿里，此处印成了空框`
        : `图片“${name}”无法解码，此处印成了空框`,
    );
  const caption: Paragraph = {
    type: 'paragraph',
    style: 'figureCaption',
    align: 'center',
    content: [{ type: 'text', text: block.caption, marks: [] }],
  };
  return {
    kind: 'image',
    path: usable ? picturePath(asset.sha256, asset.mime) : null,
    width: usable ? widthPercent(block, asset, room) : clampPercent(block.widthPercent),
    alt: printable(block.alt || block.caption),
    missing: prepareWords(`（图片缺失：${name}）`, emsOf(room) * 0.5, scope),
    caption: block.caption.trim() === '' ? null : prepareParagraph(caption, null, room, scope),
  };
}

function clampPercent(percent: number): number {
  return Number.isFinite(percent) ? Math.min(100, Math.max(1, percent)) : 100;
}

/** As wide as asked, unless it would then be higher than a page. */
function widthPercent(
  block: Image,
  asset: { readonly widthPx: number; readonly heightPx: number },
  room: Room,
): number {
  const wanted = clampPercent(block.widthPercent);
  const ratio = asset.heightPx / asset.widthPx;
  if (!Number.isFinite(ratio) || ratio <= 0) return wanted;
  const tallest = (TALLEST_IMAGE_MM[room.mode] / ratio / room.widthMm) * 100;
  return Math.max(0.1, Math.min(wanted, tallest));
}

function prepareEntries(block: Contents, room: Room, scope: Scope): PreparedEntry[] {
  return block.entries.map((entry) => {
    const { target, number } = prepareReference(entry.anchor, scope);
    const level = Math.min(3, Math.max(1, Math.round(entry.level) || 1));
    return { level, text: prepareWords(entry.text, emsOf(room) - 2 * level - 2, scope), target, number };
  });
}
