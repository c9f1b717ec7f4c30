import type { Cell } from '../../../shared/documents/block.ts';
import { textWidth } from '../../../shared/documents/measureText.ts';

/** As main/bundle/typeset: what would have to be smaller is broken instead. */
const LEAST = 0.8;

/**
 * Size in half points of a figure that is too wide for its cell, so that it stays on one line; null for what fits,
 * for other text, and for what would be too small to read.
 * @param em size of the text, in points
 * @param ems room of the cell, in ems
 */
export function figureSize(
  { content: [only, ...more], align }: Cell,
  em: number,
  ems: number,
): number | null {
  if (align === 'left' || only?.type !== 'paragraph' || more.length > 0) return null;
  const text = only.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
  const width = textWidth(text);
  if (width <= ems || /[\s\p{Script=Han}]/u.test(text)) return null;
  const size = Math.floor((2 * em * ems) / width);
  return size < 2 * em * LEAST ? null : size;
}
