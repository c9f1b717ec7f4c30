import { numbersOf } from './numbersOf.ts';

/** x' = a·x + c·y + e, y' = b·x + d·y + f, as in OFD and PDF alike. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A CTM; null when it is missing or malformed. */
export function parseMatrix(text: string | undefined): Matrix | null {
  const [a, b, c, d, e, f] = numbersOf(text) ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return [a, b, c, d, e ?? 0, f ?? 0];
}

/** What `inner` does, then `outer`. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

/** Where a matrix puts a point. */
export function mapPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
