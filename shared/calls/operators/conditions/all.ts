import type { Condition } from '../../schema/condition.ts';
import type { Scope } from '../scope.ts';
import { met, unknown, unmetNaming, type Verdict } from '../verdict.ts';

/** Unmet if any is unmet, else unknown if any is unknown. */
export function all(conditions: readonly Condition[], scope: Scope): Verdict {
  const broken: Verdict[] = [];
  const open: Verdict[] = [];
  let held: Verdict | null = null;
  for (const condition of conditions) {
    const verdict = scope.judge(condition);
    if (verdict.outcome === 'unmet') broken.push(verdict);
    else if (verdict.outcome === 'unknown') open.push(verdict);
    else if (held === null || (held.compared === null && verdict.compared !== null)) held = verdict;
  }
  const [first] = broken;
  if (first !== undefined) return broken.length === 1 ? first : unmetNaming(first, namesOf(broken));
  if (open.length === 0) return held ?? met();
  return unknown(
    open.flatMap((verdict) => verdict.missing),
    { column: open[0]?.column ?? null, undecided: open.some((verdict) => verdict.undecided) },
  );
}

export function namesOf(verdicts: readonly Verdict[]): readonly string[] {
  return [...new Set(verdicts.flatMap((verdict) => verdict.names))];
}
