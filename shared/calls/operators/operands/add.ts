import type { Operand } from '../../schema/condition.ts';
import { commonMeasure, PLAIN } from '../measure.ts';
import { derived, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';

/** The sum of several figures. */
export function add(operands: readonly Operand[], scope: Scope): Quantity {
  const parts = operands.map((operand) => scope.resolve(operand));
  const measure = parts.reduce((common, part) => commonMeasure(common, part.measure), PLAIN);
  return derived(parts, measure, (numbers) => numbers.reduce((sum, number) => sum + number, 0));
}
