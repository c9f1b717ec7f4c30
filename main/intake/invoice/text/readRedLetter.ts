import type { Layout } from '../../words/layOut.ts';
import { middleOf, plain, type Segment } from '../../words/segment.ts';
import { redLetterNumbers } from '../redLetterNumbers.ts';
import type { TextField } from './textField.ts';

const STARTS = /被红冲蓝字|对应(?:正数|蓝字)|红冲发票号?码?[::]/;
/** Lines of a remark that a number may be broken over. */
const MOST_LINES = 3;

/** The blue invoice that the remark of a red-letter one names. */
export function readRedLetter(layout: Layout): TextField[] {
  for (const start of layout.segments) {
    if (!STARTS.test(plain(start.text))) continue;
    const blue = redLetterNumbers(remarkFrom(layout, start));
    if (blue === null) continue;
    const told = (field: TextField['field'], value: string): TextField[] =>
      value === '' ? [] : [{ field, value, confidence: 'likely', box: start }];
    return [...told('redLetterOf.code', blue.code), ...told('redLetterOf.number', blue.number)];
  }
  return [];
}

/** A remark from its first line on, with what stands close behind and below. */
function remarkFrom(layout: Layout, start: Segment): string {
  const lines: Segment[] = [start];
  let text = plain(start.text);
  for (let line: Segment | undefined = start; line !== undefined && lines.length <= MOST_LINES; ) {
    const at: Segment = line;
    const behind = layout.segments
      .filter(
        (other) =>
          other.left > at.right - 0.2 * at.size && Math.abs(middleOf(other) - middleOf(at)) < 0.4 * at.size,
      )
      .toSorted((a, b) => a.left - b.left);
    text += behind.map((segment) => plain(segment.text)).join('');
    line = layout.segments.find(
      (other) =>
        Math.abs(other.left - start.left) < start.size &&
        middleOf(other) - middleOf(at) > 0.6 * at.size &&
        middleOf(other) - middleOf(at) < 2 * at.size,
    );
    if (line !== undefined) {
      lines.push(line);
      text += plain(line.text);
    }
  }
  return text;
}
