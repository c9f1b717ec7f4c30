import type { Scope } from '../scope.ts';
import { fact, type Verdict } from '../verdict.ts';
import { undecided } from './undecided.ts';

/** One of these directions is chosen. */
export function direction(ids: readonly string[], scope: Scope): Verdict {
  const chosen = scope.application.direction.id;
  if (chosen === null || !scope.index.directions.has(chosen)) return undecided(scope);
  return fact(ids.includes(chosen));
}
