import type { Operand } from '../../schema/condition.ts';
import { given } from '../answerShape.ts';
import type { Scope } from '../scope.ts';
import { met, unmet, type Verdict } from '../verdict.ts';

/**
 * Something was entered, be it well formed or not. That nothing was is a fact too: a rule says with
 * `unknownWhen` where it is 待填.
 */
export function present(operand: Operand, scope: Scope): Verdict {
  const { value, missing, column } = scope.resolve(operand);
  const there = value !== null || ('field' in operand && given(scope.application.answers[operand.field]));
  return there ? met() : unmet({ column, missing, names: missing });
}
