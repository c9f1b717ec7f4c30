import { createStore } from 'zustand/vanilla';
import type { CheckReport } from '../../shared/calls/finding.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { OpenedDraft } from '../../shared/contract/OpenedDraft.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { Change } from './history.ts';

/** What the head of the window says about saving. `saved` is only ever said after the disk acknowledged. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly message: string };

/** The draft the window works on: its application, what the checks say of it, and how to take changes back. */
export type DraftState = {
  readonly info: Omit<OpenedDraft, 'call' | 'application' | 'savedAt'>;
  readonly call: Call;
  readonly application: Application;
  /** Null until the checks have run once; then always the newest finished run. */
  readonly report: CheckReport | null;
  /** Whether the report knows the newest edit. `broken`: the checks could not be run; the report is an older one. */
  readonly checks: 'current' | 'behind' | 'broken';
  readonly saving: SaveState;
  /** Oldest first. */
  readonly past: readonly Change[];
  /** Taken back, next one last. */
  readonly future: readonly Change[];
};

/** Null while no draft is open. Only the functions of renderer/draft write it. */
export const draftStore = createStore<DraftState | null>(() => null);

/** Changes the open draft; does nothing when none is open. */
export function updateDraft(change: (state: DraftState) => Partial<DraftState>): void {
  const state = draftStore.getState();
  if (state !== null) draftStore.setState({ ...state, ...change(state) }, true);
}
