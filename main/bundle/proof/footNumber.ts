const MM = 72 / 25.4;
/** The lower margin of domain.md section 5. */
const FOOT_MM = 35;
/** Pieces on one line differ by less than this, in points. */
const SAME_LINE = 3;

/** A piece of text and where it stands on the page as shown, from its lower left corner, in points. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The page number printed in the foot of a page, `— 12 —`; null when there is none. The lowest line
 * counts: an attachment may bear a number of its own above ours.
 */
export function footNumber(pieces: readonly PlacedText[]): number | null {
  const foot = pieces
    .filter(({ y, text }) => y >= 0 && y < FOOT_MM * MM && text.trim() !== '')
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: PlacedText[][] = [];
  for (const piece of foot) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line === undefined || first === undefined || piece.y - first.y > SAME_LINE) lines.push([piece]);
    else line.push(piece);
  }
  for (const line of lines) {
    const text = [...line]
      .sort((a, b) => a.x - b.x)
      .map((piece) => piece.text)
      .join('')
      .normalize('NFKC')
      .replace(/\s/g, '');
    const number = /[—–―-](\d{1,6})[—–―-]/.exec(text)?.[1];
    if (number !== undefined) return Number(number);
  }
  return null;
}
