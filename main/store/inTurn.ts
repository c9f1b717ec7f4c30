import { type Saved, UNCHANGED } from './saved.ts';
import type { StoreOutcome } from './storeProblem.ts';

/** Does one step after the other up to the first that is refused; the answer is that of the last that changed something. */
export function inTurn(steps: readonly (() => StoreOutcome<Saved>)[]): StoreOutcome<Saved> {
  let last: Saved = UNCHANGED;
  for (const step of steps) {
    const outcome = step();
    if (!outcome.ok) return outcome;
    if (outcome.value.changed) last = outcome.value;
  }
  return { ok: true, value: last };
}
