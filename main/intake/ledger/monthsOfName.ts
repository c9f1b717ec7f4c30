const MONTH = '(?:1[0-2]|0?[1-9])';
/** Months with 月 behind, and numbers of a range or list that ends in one: in RD01-1月 the 01 is no month. */
const MONTHS = new RegExp(
  `(?<!\\d)${MONTH}(?=\\s*月)|(?<![\\da-z])${MONTH}(?=(?:\\s*月?\\s*[-~〜–—−至到、,和及与&/]+\\s*${MONTH})+\\s*月)`,
  'gi',
);
const ALONE = /^(?:20\d{2}[-.年])?(1[0-2]|0?[1-9])$/;

/**
 * Months a sheet named like "2019年3月", "2019-03" or "1-6月" may hold, 1 to 12: all from the first it names to the last.
 * None where it names none.
 */
export function monthsOfName(name: string): readonly number[] {
  const plain = name.normalize('NFKC').trim();
  const alone = ALONE.exec(plain)?.[1];
  const named = alone === undefined ? [...plain.matchAll(MONTHS)].map(([month]) => month) : [alone];
  if (named.length === 0) return [];
  const first = Math.min(...named.map(Number));
  const last = Math.max(...named.map(Number));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
