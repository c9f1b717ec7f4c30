import type { Node } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';

/**
 * The smallest change that makes the text `wanted`, with the cursor behind it; null when it is the same. Inside
 * blocks where that gives exactly what is wanted, else whole blocks: fitting pieces of tables and lists together
 * may move what was not to be moved.
 */
export function replacement(state: EditorState, wanted: Node): Transaction | null {
  const { doc } = state;
  const start = doc.content.findDiffStart(wanted.content);
  const ends = doc.content.findDiffEnd(wanted.content);
  if (start === null || ends === null) return null;
  // Where the same letters stand on both sides of the change, its ends would cross.
  const crossed = Math.max(0, start - Math.min(ends.a, ends.b));
  const [a, b] = [ends.a + crossed, ends.b + crossed];
  const inside = state.tr.replace(start, a, wanted.slice(start, b));
  const exact = inside.doc.eq(wanted);
  const change = exact ? inside : wholeBlocks(state, wanted);
  const behind = Math.min(b, change.doc.content.size);
  return change.setSelection(Selection.near(change.doc.resolve(behind), -1)).scrollIntoView();
}

function wholeBlocks(state: EditorState, wanted: Node): Transaction {
  const [old, next] = [state.doc.children, wanted.children];
  const shorter = Math.min(old.length, next.length);
  let first = 0;
  while (first < shorter && same(old[first], next[first])) first += 1;
  let last = 0;
  while (last < shorter - first && same(old.at(-1 - last), next.at(-1 - last))) last += 1;
  const size = (blocks: readonly Node[]): number => blocks.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  const from = size(old.slice(0, first));
  const to = from + size(old.slice(first, old.length - last));
  return state.tr.replaceWith(from, to, next.slice(first, next.length - last));
}

function same(left: Node | undefined, right: Node | undefined): boolean {
  return left !== undefined && right !== undefined && left.eq(right);
}
