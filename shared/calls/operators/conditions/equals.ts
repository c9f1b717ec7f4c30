import type { Operand } from '../../schema/condition.ts';
import { judgeComparison } from '../comparison.ts';
import type { Scope } from '../scope.ts';
import type { Verdict } from '../verdict.ts';

/** The same; for money to the 分. */
export function equals(pair: readonly [Operand, Operand], scope: Scope): Verdict {
  return judgeComparison('equals', pair, scope);
}
