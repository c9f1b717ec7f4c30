import { checkPhone } from '../../../entities/phone.ts';
import type { Operand } from '../../schema/condition.ts';
import type { Scope } from '../scope.ts';
import { met, unknown, unmet, type Verdict } from '../verdict.ts';

/** A mobile, landline or service number. */
export function validPhone(operand: Operand, scope: Scope): Verdict {
  const { value, missing, column } = scope.resolve(operand);
  if (value === null) return unknown(missing, { column });
  const check = checkPhone(String(value));
  if (check.ok) return met({ column });
  const { message } = check.problem;
  const compared = { left: String(value), right: message, difference: null };
  return unmet({ column, compared, detail: message, names: [message] });
}
