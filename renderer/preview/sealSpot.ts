/** A run of text on a page, in fractions of the page's width and height. */
export type PageText = {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  /** Of its middle, from the top. */
  readonly middle: number;
};

/** Where the middle of a seal belongs, in fractions of the page. */
export type SealSpot = { readonly across: number; readonly down: number };

/** A long name may stand between the label and the words that ask for the seal. */
const FAR = 80;
const ASKED = ['盖章', '签章'] as const;

/**
 * Where on a page a seal belongs that is described by the words beside it: 封面“申报单位”处 lies where （盖章） follows
 * 申报单位. Null where the description quotes no words, or the page does not have them.
 * @param texts in the order in which they are read
 */
export function sealSpot(texts: readonly PageText[], where: string): SealSpot | null {
  const quoted = /“([^”]+)”/.exec(where)?.[1];
  if (quoted === undefined) return null;
  const letters = texts.flatMap(lettersOf);
  const written = letters.map(({ letter }) => letter).join('');
  const label = plain(quoted);
  const from = written.indexOf(label);
  if (label === '' || from === -1) return null;
  const asked = ASKED.map((words) => written.indexOf(words, from)).filter(
    (at) => at !== -1 && at < from + label.length + FAR,
  );
  const at = asked.length === 0 ? from + label.length - 1 : Math.min(...asked);
  const [first, last] = [letters[at], letters[asked.length === 0 ? at : at + 1]];
  if (first === undefined || last === undefined) return null;
  return { across: (first.across + last.across) / 2, down: first.down };
}

type Letter = { readonly letter: string; readonly across: number; readonly down: number };

/** Letters one by one, as wide as each other; blanks between them say nothing. */
function lettersOf({ text, left, width, middle }: PageText): readonly Letter[] {
  const all = [...text];
  return all.flatMap((one, index): Letter[] => {
    const letter = plain(one);
    // One that stands for several, as ㈱ does, would shift those behind it.
    if (letter.length !== 1) return [];
    return [{ letter, across: left + (width * (index + 0.5)) / all.length, down: middle }];
  });
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/**
 * Seals that would cover each other stand side by side: the later one moves to the left, towards the words it belongs to.
 * @param size diameter of a seal in fractions of the width @param ratio height of the page by its width
 */
export function besideEachOther(
  spots: readonly (SealSpot | null)[],
  size: number,
  ratio: number,
): readonly (SealSpot | null)[] {
  const placed: SealSpot[] = [];
  return spots.map((spot) => {
    if (spot === null) return null;
    let { across } = spot;
    const covers = ({ across: other, down }: SealSpot): boolean =>
      Math.hypot(across - other, (spot.down - down) * ratio) < size;
    while (placed.some(covers) && across > size) across -= size / 2;
    const beside = { across, down: spot.down };
    placed.push(beside);
    return beside;
  });
}
