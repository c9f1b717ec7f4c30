import { type Measure, PLAIN, type Value } from './measure.ts';

/** What an operand amounts to. `value` null is "not told yet", with the names of what is missing. */
export interface Quantity {
  readonly value: Value | null;
  readonly measure: Measure;
  /** What the user has to fill in before the value is known. */
  readonly missing: readonly string[];
  /** Column of a row it was read from, to jump to. */
  readonly column: string | null;
}

/** A known quantity. */
export function known(value: Value, measure: Measure = PLAIN, column: string | null = null): Quantity {
  return { value, measure, missing: [], column };
}

/** A quantity that is not told yet. */
export function notTold(
  missing: readonly string[],
  measure: Measure = PLAIN,
  column: string | null = null,
): Quantity {
  return { value: null, measure, missing, column };
}

/** The number in a quantity; null when it is not told or not a number. */
function numberIn(quantity: Quantity): number | null {
  return typeof quantity.value === 'number' && Number.isFinite(quantity.value) ? quantity.value : null;
}

/** A number made of other quantities; not told as soon as one of them is not. */
export function derived(
  parts: readonly Quantity[],
  measure: Measure,
  compute: (numbers: readonly number[]) => number | null,
): Quantity {
  const numbers: number[] = [];
  for (const part of parts) {
    const number = numberIn(part);
    if (number !== null) numbers.push(number);
  }
  const missing = parts.flatMap((part) => part.missing);
  if (numbers.length < parts.length) return notTold(missing, measure);
  const value = compute(numbers);
  if (value === null) return notTold(missing, measure);
  return known(value, measure);
}
