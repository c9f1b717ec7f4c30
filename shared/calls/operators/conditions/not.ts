import type { Condition } from '../../schema/condition.ts';
import type { Scope } from '../scope.ts';
import { met, unmet, type Verdict } from '../verdict.ts';

/** The opposite; what is unknown stays unknown. */
export function not(condition: Condition, scope: Scope): Verdict {
  const verdict = scope.judge(condition);
  const { outcome, compared, column } = verdict;
  if (outcome === 'unknown') return verdict;
  if (compared === null && column === null) return outcome === 'met' ? unmet() : met();
  return outcome === 'met' ? unmet({ compared, column }) : met({ compared, column });
}
