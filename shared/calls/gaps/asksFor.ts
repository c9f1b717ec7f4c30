import type { Condition } from '../schema/condition.ts';

/** A rule that only asks for something to be there, not how it should be. */
export function asksFor(must: Condition): boolean {
  if ('all' in must) return must.all.every(asksFor);
  if ('any' in must) return must.any.every(asksFor);
  return ['present', 'attached', 'written', 'wellFormed', 'anyScenario'].some((name) => name in must);
}
