import type { StoreOutcome } from '../../main/store/storeProblem.ts';

/** The value of an outcome that is expected to be fine; the problem is the failure's message. */
export function must<T>(outcome: StoreOutcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.detail}`);
  return outcome.value;
}
