import type { Scope } from '../scope.ts';
import { unknown, type Verdict } from '../verdict.ts';

/** What depends on a choice that was not made: the choice itself is asked for by a rule of its own. */
export function undecided(scope: Scope, what: string = scope.call.directionRequirement.label): Verdict {
  return unknown([what], { undecided: true });
}
