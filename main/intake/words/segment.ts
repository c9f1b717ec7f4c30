/** A rectangle of an upright page: lengths of any one unit, from the top left corner, y downwards. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** A character at its place; its box has the full height of its line. */
export type Letter = Box & { readonly text: string };

/** Letters that stand close together on one line: a word, a number, a label, a name. */
export type Segment = Box & {
  readonly letters: readonly Letter[];
  /** As printed; a space where letters of words stand apart. */
  readonly text: string;
  /** Height of its letters, the measure of all distances around it. */
  readonly size: number;
};

export const middleOf = (box: Box): number => (box.top + box.bottom) / 2;

/** The smallest rectangle around some; they must not be none. */
export function boxAround(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** A segment of letters, left to right. */
export function segmentOf(letters: readonly Letter[]): Segment {
  const box = boxAround(letters);
  const size = letters.reduce((sum, { top, bottom }) => sum + bottom - top, 0) / letters.length;
  return { ...box, letters, size, text: textOf(letters, size) };
}

/** Text of letters; a gap beside a Latin letter or a digit is a space, one between Chinese characters is none. */
export function textOf(letters: readonly Letter[], size: number): string {
  let text = '';
  for (const [index, letter] of letters.entries()) {
    const before = letters[index - 1];
    const apart = before !== undefined && letter.left - before.right > 0.18 * size;
    if (apart && /[\x21-\x7e]/.test(letter.text) && /[\x21-\x7e]/.test(before.text)) text += ' ';
    text += letter.text;
  }
  return text;
}

/** Half-width, compatibility forms unified, without spaces: what labels and values are looked for in. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
