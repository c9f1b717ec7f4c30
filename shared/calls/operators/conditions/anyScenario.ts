import type { Scope } from '../scope.ts';
import { fact, type Verdict } from '../verdict.ts';
import { undecided } from './undecided.ts';

/** At least one scenario of the chosen direction is chosen. */
export function anyScenario(scope: Scope): Verdict {
  const { id, scenarioIds } = scope.application.direction;
  const chosen = id === null ? undefined : scope.index.directions.get(id);
  if (chosen === undefined) return undecided(scope);
  const count = chosen.scenarios.filter((entry) => scenarioIds.includes(entry.id)).length;
  return fact(count > 0, { margin: count > 0 ? `已选 ${count} 个` : '' });
}
