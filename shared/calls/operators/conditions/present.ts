import type { Operand } from '../../schema/condition.ts';
import type { Scope } from '../scope.ts';
import { fact, type Verdict } from '../verdict.ts';

/** Something was entered. That nothing was is a fact too: a rule says with `unknownWhen` where it is 待填. */
export function present(operand: Operand, scope: Scope): Verdict {
  const { value, missing, column } = scope.resolve(operand);
  return fact(value !== null, { column, missing, names: value === null ? missing : [] });
}
