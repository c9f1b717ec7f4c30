import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { Call } from '../../shared/calls/schema/call.ts';
import type { AnswerValue, Application } from '../../shared/entities/application.ts';
import { type DraftState, draftStore, type SaveState } from './draftStore.ts';
import { edit } from './edit.ts';

/**
 * Part of the open draft; the component renders again only when that part changes. Select what stands in the
 * store, never something made anew. Only below the workspace, where a draft is open; throws elsewhere.
 */
export function useDraft<Part>(select: (state: DraftState) => Part): Part {
  return useStore(draftStore, (state) => {
    if (state === null) throw new Error('no draft is open');
    return select(state);
  });
}

/** The call of the open draft. */
export function useCall(): Call {
  return useDraft((state) => state.call);
}

/** Part of the application: `useApplication((application) => application.budget)`. */
export function useApplication<Part>(select: (application: Application) => Part): Part {
  return useDraft((state) => select(state.application));
}

/** Whether the draft can only be looked at. */
export function useReadOnly(): boolean {
  return useDraft((state) => state.info.readOnly);
}

/** What can truly be said about saving. */
export function useSaveState(): SaveState {
  return useDraft((state) => state.saving);
}

/** One answer of the form and how to change it; null is "not answered". */
export function useAnswer(field: string): readonly [AnswerValue, (value: AnswerValue) => void] {
  const value = useApplication((application) => application.answers[field] ?? null);
  const change = useCallback(
    (next: AnswerValue) =>
      edit([{ kind: 'answer', field, value: next }], { at: field, mergeKey: `answer ${field}` }),
    [field],
  );
  return [value, change];
}
