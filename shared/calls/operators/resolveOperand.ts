import { assertNever } from '../../assertNever.ts';
import type { Operand } from '../schema/condition.ts';
import { add } from './operands/add.ts';
import { characters } from './operands/characters.ts';
import { constant } from './operands/constant.ts';
import { count } from './operands/count.ts';
import { difference } from './operands/difference.ts';
import { distance } from './operands/distance.ts';
import { field } from './operands/field.ts';
import { firstDay } from './operands/firstDay.ts';
import { lastDay } from './operands/lastDay.ts';
import { months } from './operands/months.ts';
import { percent } from './operands/percent.ts';
import { row } from './operands/row.ts';
import { sum } from './operands/sum.ts';
import { target } from './operands/target.ts';
import { value } from './operands/value.ts';
import type { Quantity } from './quantity.ts';
import type { Scope } from './scope.ts';

/** What an operand of the call's language amounts to for this application and row. */
export function resolveOperand(operand: Operand, scope: Scope): Quantity {
  if ('row' in operand) return row(operand.row, scope);
  if ('value' in operand) return value(operand.value);
  if ('field' in operand) return field(operand.field, scope);
  if ('constant' in operand) return constant(operand.constant, scope);
  if ('target' in operand) return target(operand.target, scope);
  if ('sum' in operand) return sum(operand.sum, scope);
  if ('count' in operand) return count(operand.count, scope);
  if ('percent' in operand) return percent(operand.percent, scope);
  if ('difference' in operand) return difference(operand.difference, scope);
  if ('add' in operand) return add(operand.add, scope);
  if ('distance' in operand) return distance(operand.distance, scope);
  if ('characters' in operand) return characters(operand.characters, scope);
  if ('months' in operand) return months(operand.months, scope);
  if ('firstDay' in operand) return firstDay(operand.firstDay, scope);
  if ('lastDay' in operand) return lastDay(operand.lastDay, scope);
  return assertNever(operand);
}
