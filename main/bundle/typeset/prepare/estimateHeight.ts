import { assertNever } from '../../../../shared/assertNever.ts';
import type { Block, Inline } from '../../../../shared/documents/block.ts';
import { breakLines } from '../../../../shared/documents/measureText.ts';
import { emsOf, pointsToMm, type Room } from './scope.ts';

const MUCH = 10_000;

/**
 * About how high blocks will be in millimetres, rather too high than too low: decides which rows may be cut
 * by a page's end. Images count with the height they may have at most.
 */
export function estimateHeight(blocks: readonly Block[], room: Room): number {
  let height = 0;
  for (const block of blocks) {
    if (height > MUCH) return height;
    height += blockHeight(block, room);
  }
  return height;
}

function blockHeight(block: Block, room: Room): number {
  const line = pointsToMm(room.pitch);
  switch (block.type) {
    case 'paragraph':
      return linesOf(block.content, room) * line;
    case 'heading':
      return breakLines(block.text, emsOf(room)).length * line;
    case 'signature':
      return block.lines.reduce((sum, inlines) => sum + linesOf(inlines, room) * line * 1.15, 2);
    case 'list': {
      const inner = { ...room, widthMm: Math.max(5, room.widthMm - pointsToMm(room.size * 1.5)) };
      return block.items.reduce((sum, item) => sum + Math.max(line, estimateHeight(item, inner)), 0);
    }
    case 'table':
      return block.rows.reduce((sum, row) => sum + (row.height?.mm ?? line * 1.5), 10);
    case 'image':
      return 60;
    case 'turned':
      return block.sheets.reduce((sum, sheet) => sum + estimateHeight(sheet, room), 0);
    case 'contents':
      return block.entries.length * line * 1.2;
    case 'space':
      return Number.isFinite(block.mm) ? Math.max(0, block.mm) : 0;
    case 'pageBreak':
      return 0;
    default:
      return assertNever(block);
  }
}

function linesOf(inlines: readonly Inline[], room: Room): number {
  const text = inlines.map((inline) => {
    switch (inline.type) {
      case 'text':
        return inline.text;
      case 'break':
        return '\n';
      case 'pageRef':
        return '0000';
      case 'blank':
        return '　'.repeat(Math.min(60, Math.max(0, Math.ceil(inline.characters) || 0)));
      default:
        return assertNever(inline);
    }
  });
  const words = text.join('');
  const ems = emsOf(room);
  // No character is wider than an em.
  return words.length <= ems && !words.includes('\n') ? 1 : breakLines(words, ems).length;
}
