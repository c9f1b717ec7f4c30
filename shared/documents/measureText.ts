/** Scripts set on the full em: Chinese, kana, hangul, their punctuation, and full-width forms. */
const FULL_WIDTH =
  /[\u1100-\u115F\u2018-\u201D\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{1FAFF}\u{20000}-\u{3FFFF}]/u;
const WIDE_LATIN = /[A-Z@%&mw]/;
const WIDEST_LATIN = /[MWm@]/;
const NARROW_LATIN = /[,.:;'|il]/;
/** Widths found so far: a long table asks for the same few hundred characters again and again. */
const known = new Map<string, number>();

function latinWidth(char: string): number {
  if (WIDEST_LATIN.test(char)) return 1.06;
  if (WIDE_LATIN.test(char)) return 0.92;
  if (NARROW_LATIN.test(char)) return 0.37;
  // Letters that are wider than figures: b d h k n u of the Song face.
  return /[0-9]/.test(char) ? 0.56 : /[a-z]/.test(char) ? 0.67 : 0.58;
}

/**
 * Width of a character in ems, never less than any of the fonts sets it. Characters it does not know
 * count as full width.
 */
function charWidth(char: string): number {
  const found = known.get(char);
  if (found !== undefined) return found;
  const latin = char <= '\u024F' && !FULL_WIDTH.test(char);
  const width = latin ? latinWidth(char) : 1;
  known.set(char, width);
  return width;
}

/** Width of one line of text in ems, on the safe side. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

const OPENING = /[（《〈【〔「『“‘]/u;
const CLOSING = /[）》〉】〕」』”’，。、；：？！·…]/u;

/**
 * Words and numbers stay together; each Chinese character may end a line, but an opening mark begins none
 * of its own and a closing one follows what it closes.
 */
function* unbreakable(line: string): Generator<string> {
  let run = '';
  let last: 'none' | 'latin' | 'opening' | 'other' = 'none';
  for (const char of line) {
    const latin = char !== ' ' && char <= '\u024F';
    const joins =
      last === 'opening' || (latin && last === 'latin') || (last !== 'none' && CLOSING.test(char));
    if (!joins && run !== '') {
      yield run;
      run = '';
    }
    run += char;
    last = latin ? 'latin' : OPENING.test(char) ? 'opening' : 'other';
  }
  if (run !== '') yield run;
}

/**
 * Breaks text into lines of at most `ems`, as wide fonts would: the estimate by which rows of exact
 * height are cut into pages. A word longer than a line is broken inside. At least one line.
 */
export function breakLines(text: string, ems: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let width = 0;
    const push = () => {
      lines.push(line);
      line = '';
      width = 0;
    };
    for (const token of unbreakable(paragraph)) {
      const wide = textWidth(token);
      if (width > 0 && width + wide > ems) push();
      if (wide <= ems) {
        line += token;
        width += wide;
        continue;
      }
      for (const char of token) {
        const step = charWidth(char);
        if (width > 0 && width + step > ems) push();
        line += char;
        width += step;
      }
    }
    push();
  }
  return lines;
}
