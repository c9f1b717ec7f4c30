import type { Operand } from '../../schema/condition.ts';
import { judgeComparison } from '../comparison.ts';
import type { Scope } from '../scope.ts';
import type { Verdict } from '../verdict.ts';

/** 不超过: the bound itself counts. */
export function atMost([left, right]: readonly [Operand, Operand], scope: Scope): Verdict {
  return judgeComparison('atMost', scope.resolve(left), scope.resolve(right));
}
