import type { Operand } from '../../schema/condition.ts';
import { judgeComparison } from '../comparison.ts';
import type { Scope } from '../scope.ts';
import type { Verdict } from '../verdict.ts';

/** 以上: the bound itself counts (民法典 第一千二百五十九条). */
export function atLeast(pair: readonly [Operand, Operand], scope: Scope): Verdict {
  return judgeComparison('atLeast', pair, scope);
}
