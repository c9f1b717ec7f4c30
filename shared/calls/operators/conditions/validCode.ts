import { checkCreditCode } from '../../../entities/creditCode.ts';
import type { Operand } from '../../schema/condition.ts';
import type { Scope } from '../scope.ts';
import { met, unknown, unmet, type Verdict } from '../verdict.ts';

/** A 统一社会信用代码 or 组织机构代码 whose check character is right. */
export function validCode(operand: Operand, scope: Scope): Verdict {
  const { value, missing, column } = scope.resolve(operand);
  if (value === null) return unknown(missing, { column });
  const check = checkCreditCode(String(value));
  if (check.ok) return met({ column });
  const { message } = check.problem;
  const compared = { left: String(value), right: message, difference: null };
  return unmet({ column, compared, detail: message, names: [message] });
}
