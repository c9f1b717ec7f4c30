import type { Cell } from './sheet.ts';

export type ReadDigits = {
  readonly text: string;
  /** The spreadsheet wrote the number in powers of ten: digits at its end are gone. */
  readonly lost: boolean;
  /** Kept as a number: noughts in front of it are gone if there were any. */
  readonly asNumber: boolean;
};

/** From here on a number of a spreadsheet does not hold all of its digits. */
const FIRST_LOST = 1e15;

/** A number of a document (代码, 号码, 校验码, 税号) as text. */
export function readDigits(cell: Cell | undefined): ReadDigits {
  if (cell === undefined) return { text: '', lost: false, asNumber: false };
  const { number } = cell;
  if (number !== null && Number.isInteger(number)) {
    if (Math.abs(number) >= FIRST_LOST) return { text: powerOfTen(number), lost: true, asNumber: true };
    // A format such as 00000000 shows the noughts the number does not have.
    const padded = /^0\d+$/.test(cell.text) && Number(cell.text) === number;
    return { text: padded ? cell.text : String(number), lost: false, asNumber: !padded };
  }
  const text = cell.text.normalize('NFKC').replace(/^['`]|[\s\u200b\ufeff]/g, '');
  return { text, lost: /^\d(\.\d+)?E\+?\d+$/i.test(text), asNumber: false };
}

function powerOfTen(number: number): string {
  return number.toExponential().toUpperCase();
}
