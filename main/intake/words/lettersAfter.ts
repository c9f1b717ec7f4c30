import type { Label } from './findLabels.ts';
import type { Layout } from './layOut.ts';
import {
  type Box,
  boxAround,
  type Letter,
  middleOf,
  plain,
  type Segment,
  segmentOf,
  textOf,
} from './segment.ts';

/** What stands beside a label. */
export type Beside = Box & {
  readonly text: string;
  readonly plain: string;
  readonly letters: readonly Letter[];
};

type Options = {
  /** Largest gap between label and value, in letter heights. */
  readonly reach?: number;
  /** Largest gap inside the value. */
  readonly gap?: number;
  /** Where a value surely ends: another label. */
  readonly stop?: RegExp;
};

/** A value may be printed a little above or below its label. */
const LEVEL = 0.7;
/** Letters so much larger than those before them are a watermark across the page, none of the line. */
const WATERMARK = 2.2;

/** What stands to the right of a label on its line; null when nothing is in reach. */
export function lettersAfter(layout: Layout, label: Label, options: Options = {}): Beside | null {
  const { reach = 14, gap = 1, stop } = options;
  const parts: Letter[] = [...label.rest];
  // Letters without a width lie to the right of themselves: each segment is taken once.
  const taken = new Set<Segment>();
  const take = (from: Box & { readonly size: number }, within: number): boolean => {
    const next = nextRight(layout, from, within, stop, taken);
    if (next === null) return false;
    taken.add(next);
    parts.push(...next.letters);
    return true;
  };
  if (parts.length === 0 && !take(label, reach * label.size)) return null;
  for (let last = segmentOf(parts); take(last, gap * last.size); ) last = segmentOf(parts);
  return besideOf(parts);
}

/** The nearest segment to the right on the same line that is not `taken` already. */
export function nextRight(
  layout: Layout,
  from: Box & { readonly size: number },
  reach: number,
  stop?: RegExp,
  taken?: ReadonlySet<Segment>,
): Segment | null {
  const middle = middleOf(from);
  const nearest = layout.segments
    .filter(
      (segment) =>
        taken?.has(segment) !== true &&
        segment.size < WATERMARK * from.size &&
        segment.left > from.right - 0.4 * from.size &&
        segment.left - from.right <= reach &&
        Math.abs(middleOf(segment) - middle) < LEVEL * Math.max(from.size, segment.size),
    )
    .toSorted(
      (a, b) => a.left - b.left || Math.abs(middleOf(a) - middle) - Math.abs(middleOf(b) - middle),
    )[0];
  return nearest === undefined || stop?.test(plain(nearest.text)) === true ? null : nearest;
}

export function besideOf(letters: readonly Letter[]): Beside {
  const box = boxAround(letters);
  const size = letters.reduce((sum, { top, bottom }) => sum + bottom - top, 0) / letters.length;
  const text = textOf(letters, size);
  return { ...box, letters, text, plain: plain(text) };
}
