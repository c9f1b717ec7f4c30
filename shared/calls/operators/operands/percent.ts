import type { Operand } from '../../schema/condition.ts';
import { numberOf } from '../measure.ts';
import { derived, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';

/** First over second, in percent; not told when the second is 0. */
export function percent([part, whole]: readonly [Operand, Operand], scope: Scope): Quantity {
  const parts = [scope.resolve(part), scope.resolve(whole)];
  return derived(parts, numberOf('%', true), ([a = 0, b = 0]) => (b === 0 ? null : (100 * a) / b));
}
