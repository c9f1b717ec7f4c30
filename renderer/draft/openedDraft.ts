import type { OpenedDraft } from '../../shared/contract/OpenedDraft.ts';
import { ask } from '../app/bridge.ts';
import { startChecks, stopChecks } from './checks.ts';
import { type DraftState, draftStore } from './draftStore.ts';
import { startElsewhere, stopElsewhere } from './elsewhere.ts';
import { queueSave, startSaving, stopSaving, unsavedEdits } from './saveQueue.ts';

/**
 * Shows a draft that main has opened. What was open before must be saved by then; main has closed it. The draft that
 * is open already stays as it is, with its steps of undo.
 */
export function showDraft(opened: OpenedDraft): void {
  if (draftStore.getState()?.info.session === opened.session) return;
  startSaving(opened.session);
  draftStore.setState(stateOf(opened), true);
  startChecks(opened.call, opened.application);
  startElsewhere(opened.session);
}

/** Goes on in a copy main has made and opened (另存为): same words, same undo, and what was not saved yet goes there. */
export function continueIn(opened: OpenedDraft): void {
  const state = draftStore.getState();
  if (state === null) return;
  const unsaved = unsavedEdits();
  const { info, saving } = stateOf(opened);
  startSaving(opened.session);
  draftStore.setState({ ...state, info, saving }, true);
  queueSave(unsaved);
  startElsewhere(opened.session);
}

/** Closes the open draft as it is on the disk. For one whose last words could not be saved: ask first. */
export async function abandonDraft(): Promise<void> {
  const session = draftStore.getState()?.info.session;
  stopSaving();
  stopChecks();
  stopElsewhere();
  draftStore.setState(null, true);
  if (session !== undefined) await ask('draft:close', { session });
}

function stateOf({ call, application, savedAt, ...info }: OpenedDraft): DraftState {
  return {
    info,
    call,
    application,
    report: null,
    checks: 'behind',
    saving: { kind: 'saved', at: savedAt },
    past: [],
    future: [],
  };
}
