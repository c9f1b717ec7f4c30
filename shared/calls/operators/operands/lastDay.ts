import { lastDayOf } from '../../../entities/dates.ts';
import type { Operand } from '../../schema/condition.ts';
import { DATE } from '../measure.ts';
import { known, notTold, type Quantity } from '../quantity.ts';
import type { Scope } from '../scope.ts';
import { monthIn } from './months.ts';

/** Last day of a month. */
export function lastDay(operand: Operand, scope: Scope): Quantity {
  const month = scope.resolve(operand);
  const read = monthIn(month);
  return read === null ? notTold(month.missing, DATE) : known(lastDayOf(read), DATE);
}
