import type { CheckReport } from '../../shared/calls/finding.ts';
import { type InvestmentMargin, investmentMargin } from '../../shared/calls/margin.ts';
import type { DraftState } from '../draft/draftStore.ts';
import { useDraft } from '../draft/useDraft.ts';

let newest: { readonly report: CheckReport; readonly margin: InvestmentMargin | null } | null = null;

/** The margin over the chosen direction's money threshold, worked out once a run of the checks; null without one. */
export function useInvestmentMargin(): InvestmentMargin | null {
  return useDraft(marginOf);
}

function marginOf({ call, application, report }: DraftState): InvestmentMargin | null {
  if (report === null) return null;
  if (newest?.report !== report) newest = { report, margin: investmentMargin(call, application, report) };
  return newest.margin;
}
