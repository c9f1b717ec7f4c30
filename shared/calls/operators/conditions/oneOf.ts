import type { Operand } from '../../schema/condition.ts';
import { describeValue } from '../measure.ts';
import type { Scope } from '../scope.ts';
import { fact, met, unknown, type Verdict } from '../verdict.ts';

/** The answer is one of a list. */
export function oneOf(
  [operand, list]: readonly [Operand, readonly (string | number)[]],
  scope: Scope,
): Verdict {
  const quantity = scope.resolve(operand);
  const { value, measure, column } = quantity;
  if (value === null) return unknown(quantity.missing, { column });
  const listed = list.some((entry) => entry === value);
  if (listed && scope.row !== null) return met();
  return fact(listed, {
    column,
    compared: {
      left: describeValue(value, measure),
      right: list.map((entry) => describeValue(entry, measure)).join('、'),
      difference: null,
    },
  });
}
