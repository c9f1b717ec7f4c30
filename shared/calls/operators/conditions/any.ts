import type { Condition } from '../../schema/condition.ts';
import type { Scope } from '../scope.ts';
import { met, unknown, unmet, type Verdict } from '../verdict.ts';
import { namesOf } from './all.ts';

/** Met if any is met, else unknown if any is unknown. */
export function any(conditions: readonly Condition[], scope: Scope): Verdict {
  const verdicts = conditions.map((condition) => scope.judge(condition));
  const good = verdicts.find((verdict) => verdict.outcome === 'met');
  if (good !== undefined) return met(good);
  const open = verdicts.filter((verdict) => verdict.outcome === 'unknown');
  if (open.length > 0) {
    return unknown(
      open.flatMap((verdict) => verdict.missing),
      { column: open[0]?.column ?? null, undecided: open.some((verdict) => verdict.undecided) },
    );
  }
  return unmet({
    ...(verdicts.find((verdict) => verdict.compared !== null) ?? verdicts[0]),
    names: namesOf(verdicts),
  });
}
