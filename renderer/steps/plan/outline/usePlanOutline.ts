import { useMemo } from 'react';
import { draftStore } from '../../../draft/draftStore.ts';
import { useApplication, useCall } from '../../../draft/useDraft.ts';
import { useReport } from '../../../draft/useFindings.ts';
import { notAsked, type OutlineEntry, outlineItems } from './outlineItems.ts';

/** The outline of the open draft, as it is now. */
export function usePlanOutline(): readonly OutlineEntry[] {
  const call = useCall();
  const findings = useReport();
  const application = useApplication((whole) => whole);
  // Conditions may go through ten thousand rows: they are asked again when the checks have run, not at each letter.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new run of the checks is what asks for it
  const out = useMemo(() => {
    const state = draftStore.getState();
    return state === null ? new Set<string>() : notAsked(call, state.application);
  }, [call, findings]);
  // Ten thousand invoices have ten thousand findings; few speak of the plan.
  const ours = useMemo(() => findings.filter(({ at }) => at.startsWith('plan.')), [findings]);
  const { plan, answers } = application;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the application only these are looked at
  return useMemo(() => outlineItems(call, application, ours, out), [call, plan, answers, ours, out]);
}
