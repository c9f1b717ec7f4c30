import type { Layout, Row } from './layOut.ts';
import { type Box, boxAround, type Letter, plain, type Segment } from './segment.ts';

/** A label that was found, and where what follows it begins. */
export type Label = Box & {
  /** The words that were found, without spaces. */
  readonly word: string;
  readonly size: number;
  /** What stands on the same segment behind the label and its colon. */
  readonly rest: readonly Letter[];
  readonly segment: Segment;
  /** Whether a colon follows. */
  readonly colon: boolean;
  /** What stands close before it on its segment; empty when it begins there. */
  readonly before: string;
};

/** Letters of one label stand no farther apart than so many times their height: 名　　　　称. */
const SPREAD = 8;

/** Every place where a pattern stands in a line, read without spaces; letters may be spread apart. */
export function findLabels(layout: Layout, pattern: RegExp): Label[] {
  return layout.rows.flatMap((row) =>
    [...row.plain.matchAll(new RegExp(pattern, 'gu'))].flatMap(
      (match) => labelAt(row, match.index, match[0]) ?? [],
    ),
  );
}

function labelAt(row: Row, start: number, word: string): Label | null {
  if (word === '') return null;
  // A bracket and a colon that close the label belong to it: （小写）, 名称：.
  const [closing = ''] = /^\)?:?/.exec(row.plain.slice(start + word.length)) ?? [];
  const colon = closing.endsWith(':');
  const end = start + word.length + closing.length;
  const places = row.at.slice(start, end);
  const letters = places.flatMap(({ segment, letter }) => segment.letters[letter] ?? []);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { size } = first.segment;
  const spread = letters.some((letter, index) => {
    const next = letters[index + 1];
    return next !== undefined && next.left - letter.right > SPREAD * size;
  });
  if (spread) return null;
  const box = boxAround(letters);
  // A full-width colon or bracket is empty on its right, and values often begin there.
  const right =
    closing !== '' ? Math.min(box.right, (letters.at(-1)?.left ?? box.right) + 0.3 * size) : box.right;
  return {
    ...box,
    right,
    word,
    size,
    colon,
    segment: last.segment,
    before: plain(first.segment.letters[first.letter - 1]?.text ?? ''),
    rest: last.segment.letters.slice(last.letter + 1),
  };
}
