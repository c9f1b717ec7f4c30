import { createHash } from 'node:crypto';

/** Word takes letters, digits and underscores only, and 40 characters at most. */
const LONGEST = 40;

/**
 * The bookmark that stands for an anchor of the block model, the same in every run. What had to be
 * replaced is told apart by a piece of the anchor's hash, so two anchors never share a bookmark.
 */
export function bookmarkName(anchor: string): string {
  const plain = `p_${anchor.replace(/[^A-Za-z0-9]/g, '_')}`;
  if (/^[A-Za-z0-9.]*$/.test(anchor) && plain.length <= LONGEST) return plain;
  const hash = createHash('sha256').update(anchor).digest('hex').slice(0, 10);
  return `${plain.slice(0, LONGEST - hash.length - 1)}_${hash}`;
}
