import { type Box, boxAround, type Letter, plain } from './segment.ts';

/** A word whose letters stand below each other, as the heads of the boxes of a form do. */
export type ColumnWord = Box & { readonly word: string };

/**
 * Finds words written downwards and takes their letters out, since each of them would be read into the line beside it.
 * @param words longer ones before shorter ones that they begin with
 */
export function takeOutColumns(
  letters: readonly Letter[],
  words: readonly string[],
): { readonly columns: readonly ColumnWord[]; readonly rest: readonly Letter[] } {
  const wanted = new Set(words.join(''));
  const few = letters.filter(({ text }) => wanted.has(plain(text)));
  const taken = new Set<Letter>();
  const columns: ColumnWord[] = [];
  for (const word of words) {
    for (const first of few) {
      if (plain(first.text) !== word[0] || taken.has(first)) continue;
      const found = columnFrom(first, word, few, taken);
      if (found === null) continue;
      for (const letter of found) taken.add(letter);
      columns.push({ word, ...boxAround(found) });
    }
  }
  return { columns, rest: letters.filter((letter) => !taken.has(letter)) };
}

function columnFrom(
  first: Letter,
  word: string,
  letters: readonly Letter[],
  taken: ReadonlySet<Letter>,
): readonly Letter[] | null {
  const column = [first];
  const size = first.bottom - first.top;
  for (const character of [...word].slice(1)) {
    const above = column.at(-1) ?? first;
    const below = letters
      .filter(
        (letter) =>
          plain(letter.text) === character &&
          !taken.has(letter) &&
          Math.abs(letter.left - first.left) < 0.4 * size &&
          letter.top - above.top > 0.5 * size &&
          letter.top - above.top < 4 * size,
      )
      .toSorted((a, b) => a.top - b.top)[0];
    if (below === undefined) return null;
    column.push(below);
  }
  return column;
}
