import type { Operand } from '../../schema/condition.ts';
import { differenceMeasure } from '../differenceMeasure.ts';
import { derived, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';

/** How far two figures are apart, whichever is the greater. */
export function distance([a, b]: readonly [Operand, Operand], scope: Scope): Quantity {
  const parts = [scope.resolve(a), scope.resolve(b)] as const;
  const measure = differenceMeasure(parts[0].measure, parts[1].measure);
  return derived(parts, measure, ([first = 0, second = 0]) => Math.abs(first - second));
}
