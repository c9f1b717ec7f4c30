import type { CheckReport } from '../../../shared/calls/finding.ts';
import { type Reconciliation, reconcile } from '../../../shared/reconciliation/reconcile.ts';
import type { DraftState } from '../../draft/draftStore.ts';
import { useDraft } from '../../draft/useDraft.ts';

let newest: { readonly report: CheckReport; readonly board: Reconciliation } | null = null;

/** The board of the open draft, worked out once a run of the checks; null until they have run. */
export function useReconciliation(): Reconciliation | null {
  return useDraft(boardOf);
}

function boardOf({ call, application, report }: DraftState): Reconciliation | null {
  if (report === null) return null;
  if (newest?.report !== report) newest = { report, board: reconcile(call, application, report) };
  return newest.board;
}
