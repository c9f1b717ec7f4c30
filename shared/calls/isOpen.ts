import type { Finding } from './finding.ts';

/** Whether a finding asks for something: neither met, set aside nor implied by another. What the counts count. */
export function isOpen({
  outcome,
  setAside,
  impliedBy,
}: Pick<Finding, 'outcome' | 'setAside' | 'impliedBy'>): boolean {
  return outcome !== 'met' && setAside === null && impliedBy === null;
}
