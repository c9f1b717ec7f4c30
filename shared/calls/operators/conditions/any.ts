import type { Condition } from '../../schema/condition.ts';
import type { Scope } from '../scope.ts';
import { unknown, unmetNaming, type Verdict } from '../verdict.ts';
import { namesOf } from './all.ts';

/** Met if any is met, else unknown if any is unknown. */
export function any(conditions: readonly Condition[], scope: Scope): Verdict {
  const verdicts: Verdict[] = [];
  for (const condition of conditions) {
    const verdict = scope.judge(condition);
    if (verdict.outcome === 'met') return verdict;
    verdicts.push(verdict);
  }
  const open = verdicts.filter((verdict) => verdict.outcome === 'unknown');
  if (open.length > 0) {
    return unknown(
      open.flatMap((verdict) => verdict.missing),
      { column: open[0]?.column ?? null, undecided: open.some((verdict) => verdict.undecided) },
    );
  }
  const figured = verdicts.find((verdict) => verdict.compared !== null) ?? verdicts[0];
  return unmetNaming(figured, namesOf(verdicts));
}
