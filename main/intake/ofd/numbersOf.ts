/** No page is a kilometre wide; larger numbers only serve to break something. */
const LARGEST = 1e6;

/**
 * The numbers of a list as OFD writes it, separated by spaces; null when there is none or one of them is no sensible
 * number (`NaN`, `1e999`).
 */
export function numbersOf(text: string | undefined): readonly number[] | null {
  if (text === undefined) return null;
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const numbers = words.map(Number);
  const sound = numbers.every((number) => Number.isFinite(number) && Math.abs(number) <= LARGEST);
  return numbers.length > 0 && sound ? numbers : null;
}

/** A single number, the first of several; null as above. */
export function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  // Every text object has some of these: one that stands alone is not worth a list.
  const alone = text.trim() === '' ? Number.NaN : Number(text);
  return Math.abs(alone) <= LARGEST ? alone : (numbersOf(text)?.[0] ?? null);
}
