import type { Finding } from '../../shared/calls/finding.ts';
import { isAtOrBelow } from '../../shared/calls/isAtOrBelow.ts';
import { isOpen } from '../../shared/calls/isOpen.ts';
import { findingsByPlace } from './findingsByPlace.ts';
import { useDraft } from './useDraft.ts';

const NONE: readonly Finding[] = [];

/** Every finding of the newest run, met ones too; empty until the checks have run. */
export function useReport(): readonly Finding[] {
  return useDraft((state) => state.report?.findings ?? NONE);
}

/** Open findings (neither met, set aside nor implied by another) at a place or below it: `project.name`, `invoices[invoice-3]`. */
export function useFindingsAt(at: string): readonly Finding[] {
  const findings = useReport();
  return findingsByPlace(findings, at);
}

export { isAtOrBelow, isOpen };
