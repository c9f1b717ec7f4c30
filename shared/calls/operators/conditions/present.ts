import type { Operand } from '../../schema/condition.ts';
import { given } from '../answerShape.ts';
import { rowValue } from '../rowValue.ts';
import type { Scope } from '../scope.ts';
import { met, unmet, type Verdict } from '../verdict.ts';

/**
 * Something was entered, be it well formed or not. That nothing was is a fact too: a rule says with
 * `unknownWhen` where it is 待填.
 */
export function present(operand: Operand, scope: Scope): Verdict {
  if ('row' in operand && scope.row !== null) {
    // Asked of every row of every table, so without the detour over a quantity.
    const told = rowValue(scope.row, operand.row, scope.application.settings.amountBasis);
    if (told !== null) return met();
  }
  const { value, missing, column } = scope.resolve(operand);
  const there = value !== null || ('field' in operand && given(scope.application.answers[operand.field]));
  return there ? met() : unmet({ column, missing, names: missing });
}
