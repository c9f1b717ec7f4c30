import type { Operand } from '../../schema/condition.ts';
import { judgeComparison } from '../comparison.ts';
import type { Scope } from '../scope.ts';
import type { Verdict } from '../verdict.ts';

/** 低于: the bound itself does not count. */
export function below(pair: readonly [Operand, Operand], scope: Scope): Verdict {
  return judgeComparison('below', pair, scope);
}
