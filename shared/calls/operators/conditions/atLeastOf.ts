import type { Condition } from '../../schema/condition.ts';
import type { Scope } from '../scope.ts';
import { met, unknown, unmet, type Verdict } from '../verdict.ts';

/** Met when `n` are met; unmet when even with all the unknown ones it would not be `n`. */
export function atLeastOf(
  { n, of }: { readonly n: number; readonly of: readonly Condition[] },
  scope: Scope,
): Verdict {
  const verdicts = of.map((condition) => scope.judge(condition));
  const count = (outcome: Verdict['outcome']) =>
    verdicts.filter((verdict) => verdict.outcome === outcome).length;
  const reached = count('met');
  const compared = { left: `${reached} 项`, right: `${n} 项`, difference: `${Math.abs(n - reached)} 项` };
  if (reached >= n) return met({ compared, margin: `达到 ${reached} 项，要求 ${n} 项` });
  if (reached + count('unknown') < n) {
    const broken = verdicts.filter((verdict) => verdict.outcome === 'unmet');
    return unmet({
      compared,
      names: broken.flatMap((verdict) => verdict.names),
      column: broken[0]?.column ?? null,
    });
  }
  const open = verdicts.filter((verdict) => verdict.outcome === 'unknown');
  return unknown(
    open.flatMap((verdict) => verdict.missing),
    { undecided: open.some((verdict) => verdict.undecided) },
  );
}
