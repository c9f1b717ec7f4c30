import { buildSegments } from './buildSegments.ts';
import { type Letter, middleOf, plain, type Segment } from './segment.ts';
import { type ColumnWord, takeOutColumns } from './takeOutColumns.ts';

/** A line of the page as text without spaces, and the letter that each of its characters came from. */
export type Row = {
  readonly plain: string;
  readonly at: readonly { readonly segment: Segment; readonly letter: number }[];
  readonly segments: readonly Segment[];
};

/** A page as its lines of text, from the top. */
export type Layout = {
  readonly segments: readonly Segment[];
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnWord[];
};

/** Segments whose middles differ by less than this part of their size stand on one line. */
const LEVEL = 0.45;

/** @param columnWords words that may be written downwards, see `takeOutColumns` */
export function layOut(letters: readonly Letter[], columnWords: readonly string[]): Layout {
  const { columns, rest } = takeOutColumns(letters, columnWords);
  const segments = buildSegments(rest).toSorted((a, b) => middleOf(a) - middleOf(b));
  const rows: Segment[][] = [];
  for (const segment of segments) {
    const row = rows.at(-1);
    const first = row?.[0];
    const level = LEVEL * Math.min(segment.size, first?.size ?? 0);
    if (row !== undefined && first !== undefined && middleOf(segment) - middleOf(first) < level)
      row.push(segment);
    else rows.push([segment]);
  }
  return { segments, columns, rows: rows.map(rowOf) };
}

function rowOf(segments: readonly Segment[]): Row {
  const ordered = segments.toSorted((a, b) => a.left - b.left);
  const at: { segment: Segment; letter: number }[] = [];
  let text = '';
  for (const segment of ordered) {
    for (const [letter, { text: character }] of segment.letters.entries()) {
      const unified = plain(character);
      text += unified;
      for (let index = 0; index < unified.length; index++) at.push({ segment, letter });
    }
  }
  return { plain: text, at, segments: ordered };
}
