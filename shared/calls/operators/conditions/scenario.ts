import type { Scope } from '../scope.ts';
import { fact, type Verdict } from '../verdict.ts';
import { undecided } from './undecided.ts';

/** The scenario is one of those chosen, and belongs to the direction chosen. */
export function scenario(id: string, scope: Scope): Verdict {
  const { id: directionId, scenarioIds } = scope.application.direction;
  const chosen = directionId === null ? undefined : scope.index.directions.get(directionId);
  if (chosen === undefined) return undecided(scope);
  return fact(scenarioIds.includes(id) && chosen.scenarios.some((entry) => entry.id === id));
}
