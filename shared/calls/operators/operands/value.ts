import type { Value } from '../measure.ts';
import { known, type Quantity } from '../quantity.ts';

/** A literal of the call; it takes the measure of what it is compared with. */
export function value(literal: Value): Quantity {
  return known(literal);
}
