import type { CheckReport } from '../../shared/calls/finding.ts';
import { type SectionState, sectionStates } from '../../shared/calls/sectionStates.ts';
import type { DraftState } from './draftStore.ts';
import { useDraft } from './useDraft.ts';

const NONE: readonly SectionState[] = [];

/** The states belonging to the newest report; every caller gets the same array until the next run. */
let newest: { readonly report: CheckReport; readonly states: readonly SectionState[] } | null = null;

/**
 * The state of every section, in the call's order; empty until the checks have run once. Worked out once a run
 * of the checks for all who ask, so that hub, navigation and status bar never disagree.
 */
export function useSectionStates(): readonly SectionState[] {
  return useDraft(statesOf);
}

/** The state of one section; null until the checks have run, or when the call has no such section. */
export function useSectionState(section: string): SectionState | null {
  return useDraft((state) => statesOf(state).find(({ id }) => id === section) ?? null);
}

function statesOf({ call, application, report }: DraftState): readonly SectionState[] {
  if (report === null) return NONE;
  if (newest?.report !== report) newest = { report, states: sectionStates(call, application, report) };
  return newest.states;
}
