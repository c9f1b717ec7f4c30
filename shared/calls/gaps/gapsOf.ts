import type { Scope } from '../operators/scope.ts';
import type { KeyedRule } from '../rulesOf.ts';
import { placesLacking, rowPlaces } from './placesLacking.ts';

/** What has to be filled in before a rule that is unknown can be judged; `column` is its verdict's. */
export function gapsOf(rule: KeyedRule, scope: Scope, column: string | null): readonly string[] {
  const [condition, wanted] = cause(rule, scope);
  const places = placesLacking(condition, scope, wanted);
  if (places.length > 0) return [...new Set(places)];
  return scope.row === null || column === null ? [] : rowPlaces(scope.row, column, scope);
}

/** The condition that made the rule unknown, and what it would have to be. */
function cause({ when, unknownWhen, must }: KeyedRule, scope: Scope) {
  if (when !== undefined && scope.judge(when).outcome === 'unknown') return [when, true] as const;
  if (unknownWhen !== undefined && scope.judge(unknownWhen).outcome === 'met')
    return [unknownWhen, false] as const;
  return [must, true] as const;
}
