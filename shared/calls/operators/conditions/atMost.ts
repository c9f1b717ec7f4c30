import type { Operand } from '../../schema/condition.ts';
import { judgeComparison } from '../comparison.ts';
import type { Scope } from '../scope.ts';
import type { Verdict } from '../verdict.ts';

/** 不超过: the bound itself counts. */
export function atMost(pair: readonly [Operand, Operand], scope: Scope): Verdict {
  return judgeComparison('atMost', pair, scope);
}
