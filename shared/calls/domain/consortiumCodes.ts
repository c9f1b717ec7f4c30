import { checkCreditCode } from '../../entities/creditCode.ts';
import type { Scope } from '../operators/scope.ts';
import { met, unknown, unmet, type Verdict } from '../operators/verdict.ts';
import { rowIn } from './rowIn.ts';

/** A member has a name and a code whose check character is right. */
export function consortiumCodes(scope: Scope): Verdict | null {
  const row = rowIn(scope, 'consortium');
  if (row === null) return null;
  const { name, code } = row.value;
  if (code.trim() !== '') {
    const check = checkCreditCode(code);
    if (!check.ok) {
      const { message } = check.problem;
      return unmet({
        column: 'code',
        names: [message],
        detail: message,
        compared: { left: code, right: message, difference: null },
      });
    }
  }
  if (name.trim() === '') return unknown([`${row.name}的名称`], { column: 'name' });
  if (code.trim() === '') return unknown([`${row.name}的统一社会信用代码`], { column: 'code' });
  return met();
}
