import type { Condition } from '../../schema/condition.ts';
import type { Scope } from '../scope.ts';
import { met, unknown, unmet, type Verdict } from '../verdict.ts';

/** Unmet if any is unmet, else unknown if any is unknown. */
export function all(conditions: readonly Condition[], scope: Scope): Verdict {
  const verdicts = conditions.map((condition) => scope.judge(condition));
  const broken = verdicts.filter((verdict) => verdict.outcome === 'unmet');
  const [first] = broken;
  if (first !== undefined) return unmet({ ...first, names: namesOf(broken) });
  const open = verdicts.filter((verdict) => verdict.outcome === 'unknown');
  const [firstOpen] = open;
  if (firstOpen !== undefined) {
    return unknown(
      open.flatMap((verdict) => verdict.missing),
      { column: firstOpen.column, undecided: open.some((verdict) => verdict.undecided) },
    );
  }
  return met(verdicts.find((verdict) => verdict.compared !== null) ?? {});
}

export function namesOf(verdicts: readonly Verdict[]): readonly string[] {
  return [...new Set(verdicts.flatMap((verdict) => verdict.names))];
}
