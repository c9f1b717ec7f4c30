import { type Letter, middleOf, type Segment, segmentOf } from './segment.ts';

/** Letters no farther apart than this part of their height belong together. */
const NEAR = 0.6;
/** How far letters may lie over each other: kerning, and figures that were squeezed into their column. */
const OVER = 0.5;
const LEVEL = 0.22;
const SAME_SIZE = 1.5;

/**
 * Letters as segments, by where they stand and not by the order they were drawn in: programs draw all labels first
 * and all values after, or every letter on its own.
 */
export function buildSegments(letters: readonly Letter[]): Segment[] {
  const drawn = joinAsDrawn(letters).toSorted((a, b) => (a[0]?.left ?? 0) - (b[0]?.left ?? 0));
  const joined: Letter[][] = [];
  // From left to right, what ended too far to the left is never gone on with: few are looked at, however long the page.
  let open: Letter[][] = [];
  for (const run of drawn) {
    const [first] = run;
    if (first === undefined) continue;
    open = open.filter((other) => mayReach(other.at(-1), first));
    const before = open.findLast((other) => goesOn(other.at(-1), first));
    if (before !== undefined) before.push(...run);
    else {
      const made = [...run];
      joined.push(made);
      open.push(made);
    }
  }
  return withoutDoubles(joined.map(segmentOf));
}

/** Whether a letter at this place from the left may still go on with a run, whatever its height. */
function mayReach(last: Letter | undefined, { left }: Letter): boolean {
  return last !== undefined && left - last.right < NEAR * SAME_SIZE * (last.bottom - last.top);
}

/** Most letters are drawn one after the other; what is left are few runs. */
function joinAsDrawn(letters: readonly Letter[]): Letter[][] {
  const runs: Letter[][] = [];
  let last: Letter | undefined;
  for (const letter of letters) {
    if (last !== undefined && isDouble(last, letter)) continue;
    if (goesOn(last, letter)) runs.at(-1)?.push(letter);
    else runs.push([letter]);
    last = letter;
  }
  return runs;
}

function goesOn(last: Letter | undefined, next: Letter): boolean {
  if (last === undefined) return false;
  const [size, other] = [last.bottom - last.top, next.bottom - next.top];
  const larger = Math.max(size, other);
  if (larger > SAME_SIZE * Math.min(size, other)) return false;
  const gap = next.left - last.right;
  return (
    Math.abs(middleOf(last) - middleOf(next)) < LEVEL * larger && gap < NEAR * larger && gap > -OVER * larger
  );
}

/** Bold type is often made by drawing a letter twice. */
function isDouble(last: Letter, next: Letter): boolean {
  const size = last.bottom - last.top;
  return (
    last.text === next.text &&
    Math.abs(last.left - next.left) < 0.15 * size &&
    Math.abs(last.top - next.top) < 0.15 * size
  );
}

function withoutDoubles(segments: readonly Segment[]): Segment[] {
  const byText = new Map<string, Segment[]>();
  return segments.filter((segment) => {
    const same = byText.get(segment.text) ?? [];
    const again = same.some(
      (other) =>
        Math.abs(other.left - segment.left) < 0.3 * segment.size &&
        Math.abs(other.top - segment.top) < 0.3 * segment.size,
    );
    if (!again) byText.set(segment.text, [...same, segment]);
    return !again;
  });
}
