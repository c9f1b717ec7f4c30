/** Numbers that look random and are the same on every run: the samples must come out byte for byte. */
export interface Random {
  /** 0 <= x < 1 */
  next(): number;
  /** A whole number, both bounds counted. */
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  digits(count: number): string;
}

/** Mulberry32, seeded by a word. */
export function createRandom(seed: string): Random {
  let state = 0x9e3779b9;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x85ebca6b) ^ (state >>> 13);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    pick: (from) => {
      const chosen = from[between(0, from.length - 1)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
    digits: (count) => Array.from({ length: count }, () => between(0, 9)).join(''),
  };
}
