import { DATE, PLAIN } from '../measure.ts';
import { known, notTold, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';

/** A named constant of the call; a date is recognised by its form. */
export function constant(id: string, scope: Scope): Quantity {
  const found = scope.index.constants.get(id);
  if (found === undefined) return notTold([id]);
  return known(found, typeof found === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(found) ? DATE : PLAIN);
}
