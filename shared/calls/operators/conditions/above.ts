import type { Operand } from '../../schema/condition.ts';
import { judgeComparison } from '../comparison.ts';
import type { Scope } from '../scope.ts';
import type { Verdict } from '../verdict.ts';

/** Strictly more. */
export function above(pair: readonly [Operand, Operand], scope: Scope): Verdict {
  return judgeComparison('above', pair, scope);
}
