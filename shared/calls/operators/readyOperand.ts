import { assertNever } from '../../assertNever.ts';
import type { Operand } from '../schema/condition.ts';
import { dependsOnRow } from './dependsOnRow.ts';
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
import { statement } from './operands/statement.ts';
import { sum } from './operands/sum.ts';
import { target } from './operands/target.ts';
import { value } from './operands/value.ts';
import type { Quantity } from './quantity.ts';
import type { Scope } from './scope.ts';

/** An operand made ready: which operator it is was looked up once, however many rows ask. */
export interface ReadyOperand {
  readonly dependsOnRow: boolean;
  readonly resolve: (scope: Scope) => Quantity;
}

const ready = new WeakMap<Operand, ReadyOperand>();

/** What tells the amount of an operand of the call's language for an application and row. */
export function readyOperand(operand: Operand): ReadyOperand {
  const before = ready.get(operand);
  if (before !== undefined) return before;
  const made = { dependsOnRow: dependsOnRow(operand), resolve: operatorOf(operand) };
  ready.set(operand, made);
  return made;
}

function operatorOf(operand: Operand): ReadyOperand['resolve'] {
  if ('row' in operand) return (scope) => row(operand.row, scope);
  if ('value' in operand) return () => value(operand.value);
  if ('field' in operand) return (scope) => field(operand.field, scope);
  if ('statement' in operand) return (scope) => statement(operand.statement, scope);
  if ('constant' in operand) return (scope) => constant(operand.constant, scope);
  if ('target' in operand) return (scope) => target(operand.target, scope);
  if ('sum' in operand) return (scope) => sum(operand.sum, scope);
  if ('count' in operand) return (scope) => count(operand.count, scope);
  if ('percent' in operand) return (scope) => percent(operand.percent, scope);
  if ('difference' in operand) return (scope) => difference(operand.difference, scope);
  if ('add' in operand) return (scope) => add(operand.add, scope);
  if ('distance' in operand) return (scope) => distance(operand.distance, scope);
  if ('characters' in operand) return (scope) => characters(operand.characters, scope);
  if ('months' in operand) return (scope) => months(operand.months, scope);
  if ('firstDay' in operand) return (scope) => firstDay(operand.firstDay, scope);
  if ('lastDay' in operand) return (scope) => lastDay(operand.lastDay, scope);
  return assertNever(operand);
}
