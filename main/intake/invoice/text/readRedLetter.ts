import type { Layout } from '../../words/layOut.ts';
import { middleOf, plain, type Segment } from '../../words/segment.ts';
import type { TextField } from './textField.ts';

const BLUE_DIGITAL = /被红冲蓝字(?:数电票|数电发票|电子发票|发票)?号码:?(\d{20}|\d{8})(?!\d)/;
const BLUE_CODED =
  /(?:对应正数发票|被红冲蓝字发票|对应蓝字发票)代码:?(\d{10}|\d{12})[,，、]?(?:发票)?号码:?(\d{8})(?!\d)/;
const STARTS = /被红冲蓝字|对应正数发票|对应蓝字发票/;
/** Lines of a remark that a number may be broken over. */
const MOST_LINES = 3;

/** The blue invoice that the remark of a red-letter one names. */
export function readRedLetter(layout: Layout): TextField[] {
  for (const start of layout.segments) {
    if (!STARTS.test(plain(start.text))) continue;
    const text = remarkFrom(layout, start);
    const told = (field: TextField['field'], value: string): TextField => ({
      field,
      value,
      confidence: 'likely',
      box: start,
    });
    const digital = BLUE_DIGITAL.exec(text)?.[1];
    if (digital !== undefined) return [told('redLetterOf.number', digital)];
    const [, code, number] = BLUE_CODED.exec(text) ?? [];
    if (code !== undefined && number !== undefined)
      return [told('redLetterOf.code', code), told('redLetterOf.number', number)];
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
