import type { Scope } from '../scope.ts';
import { fact, unmet, type Verdict } from '../verdict.ts';
import { undecided } from './undecided.ts';

/** One of these sub-kinds of the direction is chosen. */
export function kind(ids: readonly string[], scope: Scope): Verdict {
  const { id, kindId } = scope.application.direction;
  const chosen = id === null ? undefined : scope.index.directions.get(id);
  if (chosen === undefined) return undecided(scope);
  if (chosen.kinds.length === 0) return unmet();
  if (kindId === null || chosen.kinds.every((entry) => entry.id !== kindId)) {
    return undecided(scope, `“${chosen.label}”的类别`);
  }
  return fact(ids.includes(kindId));
}
