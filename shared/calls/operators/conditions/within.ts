import type { Operand } from '../../schema/condition.ts';
import { describePair, orderOf } from '../comparison.ts';
import type { Scope } from '../scope.ts';
import { fact, met, unknown, type Verdict } from '../verdict.ts';

/** Between two bounds, both counted. One bound that is passed is enough to be unmet. */
export function within([operand, from, to]: readonly [Operand, Operand, Operand], scope: Scope): Verdict {
  const [value, low, high] = [scope.resolve(operand), scope.resolve(from), scope.resolve(to)];
  const [aboveLow, belowHigh] = [orderOf(value.value, low.value), orderOf(value.value, high.value)];
  const { column } = value;
  const passed = aboveLow === -1 ? low : belowHigh === 1 ? high : null;
  if (passed === null && (aboveLow === null || belowHigh === null)) {
    return unknown([...value.missing, ...low.missing, ...high.missing], { column });
  }
  if (passed === null && scope.row !== null) return met();
  const pair = describePair(value, passed ?? low);
  const bounds = [low, high].map((bound) => describePair(value, bound)?.right);
  const range = bounds.every((bound) => bound !== undefined) ? bounds.join(' 至 ') : (pair?.right ?? '');
  const compared = pair === null ? null : { ...pair, right: range };
  return fact(passed === null, { compared, column, margin: passed === null ? `在 ${range} 之间` : '' });
}
