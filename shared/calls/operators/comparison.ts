import type { Compared } from '../finding.ts';
import type { Operand } from '../schema/condition.ts';
import { differenceMeasure } from './differenceMeasure.ts';
import { commonMeasure, describeValue, type Measure, type Value } from './measure.ts';
import type { Quantity } from './quantity.ts';
import type { Scope } from './scope.ts';
import { fact, met, unknown, unmetLazily, type Verdict } from './verdict.ts';

export type Relation = 'atLeast' | 'above' | 'atMost' | 'below' | 'equals';

/** Compares two figures; unknown while one of them is not told, or when they are not of one kind. */
export function judgeComparison(
  relation: Relation,
  [first, second]: readonly [Operand, Operand],
  scope: Scope,
): Verdict {
  const [left, right] = [scope.resolve(first), scope.resolve(second)];
  const order = orderOf(left.value, right.value);
  const column = left.column ?? right.column;
  if (order === null) return unknown([...left.missing, ...right.missing], { column });
  const holding = holds(relation, order);
  // Of a row that meets its rule, or that a `where` leaves out, nobody reads the figures.
  if (scope.row !== null) return holding ? met() : unmetLazily(column, () => describePair(left, right));
  const compared = describePair(left, right);
  return fact(holding, {
    compared,
    column,
    margin:
      compared === null
        ? ''
        : describeMargin(relation, order, compared, commonMeasure(left.measure, right.measure)),
  });
}

/** -1, 0 or 1; null when one is not told or they are not of one kind. */
export function orderOf(left: Value | null, right: Value | null): -1 | 0 | 1 | null {
  if (left === null || right === null || typeof left !== typeof right) return null;
  if (typeof left === 'number' && typeof right === 'number') {
    if (left === right) return 0;
    // Sums and shares of binary fractions carry dust in the sixteenth digit; integers never do.
    const dust = Number.isInteger(left) && Number.isInteger(right) ? 0 : 1e-12;
    if (Math.abs(left - right) <= dust * Math.max(Math.abs(left), Math.abs(right))) return 0;
    return left < right ? -1 : 1;
  }
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function holds(relation: Relation, order: -1 | 0 | 1): boolean {
  switch (relation) {
    case 'atLeast':
      return order >= 0;
    case 'above':
      return order > 0;
    case 'atMost':
      return order <= 0;
    case 'below':
      return order < 0;
    case 'equals':
      return order === 0;
  }
}

/** Both figures and what lies between them, in one measure, as the user reads them. */
export function describePair(left: Quantity, right: Quantity): Compared | null {
  if (left.value === null || right.value === null) return null;
  const common = commonMeasure(left.measure, right.measure);
  const texts = [left, right].map((side) => describeValue(side.value ?? '', measureOf(side, common)));
  const [a = '', b = ''] = texts;
  // Rounding must never make two figures that differ look alike.
  const alike = a === b && orderOf(left.value, right.value) !== 0;
  return {
    left: alike ? describeValue(left.value, measureOf(left, common), true) : a,
    right: alike ? describeValue(right.value, measureOf(right, common), true) : b,
    difference: describeDifference(left, right, alike),
  };
}

function describeDifference(left: Quantity, right: Quantity, exact: boolean): string | null {
  if (typeof left.value !== 'number' || typeof right.value !== 'number') return null;
  const measure = differenceMeasure(left.measure, right.measure);
  const gap = Math.abs(left.value - right.value);
  const rounded = describeValue(gap, measure, exact);
  return gap !== 0 && !/[1-9]/.test(rounded) ? describeValue(gap, measure, true) : rounded;
}

/** A side keeps its own kind, but money and literals take over the unit they share. */
function measureOf(side: Quantity, common: Measure): Measure {
  return side.measure.kind === 'plain' || side.measure.kind === common.kind ? common : side.measure;
}

function describeMargin(
  relation: Relation,
  order: -1 | 0 | 1,
  { right, difference }: Compared,
  measure: Measure,
): string {
  const dated = measure.kind === 'date' || measure.kind === 'month';
  switch (relation) {
    case 'atLeast':
    case 'above':
      if (dated) return order === 0 ? `正好是 ${right}` : `晚于 ${right}`;
      if (order === 0) return `正好达到 ${right}门槛`;
      return difference === null ? '' : `高于 ${right}门槛 ${difference}`;
    case 'atMost':
    case 'below':
      if (dated) return order === 0 ? `正好是 ${right}` : `早于 ${right}`;
      if (order === 0) return `正好是 ${right}上限`;
      return difference === null ? '' : `低于 ${right}上限 ${difference}`;
    case 'equals':
      return difference === null ? '' : `与 ${right} 一致`;
  }
}
