import type { Condition } from '../../schema/condition.ts';
import type { Scope } from '../scope.ts';
import { met, unmet, type Verdict } from '../verdict.ts';

/** The opposite; what is unknown stays unknown. What an unmet one named is what lacks, for `unknownWhen`. */
export function not(condition: Condition, scope: Scope): Verdict {
  const verdict = scope.judge(condition);
  const { outcome, compared, column } = verdict;
  if (outcome === 'unknown') return verdict;
  if (outcome === 'met') return compared === null && column === null ? unmet() : unmet({ compared, column });
  const missing = verdict.names;
  return compared === null && column === null && missing.length === 0
    ? met()
    : met({ compared, column, missing });
}
