import type { OpenedDraft } from '../../shared/contract/OpenedDraft.ts';
import { ask } from '../app/bridge.ts';
import { startChecks, stopChecks } from './checks.ts';
import { draftStore } from './draftStore.ts';
import { dropQueue, flush } from './saveQueue.ts';

/** Shows a draft that main has opened. What was open before must be closed or saved by then. */
export function showDraft({ call, application, savedAt, ...info }: OpenedDraft): void {
  dropQueue();
  draftStore.setState(
    { info, call, application, report: null, saving: { kind: 'saved', at: savedAt }, past: [], future: [] },
    true,
  );
  startChecks(call, application);
}

/** Saves and closes the open draft. False when saving failed: it stays open, with everything in it. */
export async function leaveDraft(): Promise<boolean> {
  const session = draftStore.getState()?.info.session;
  if (session === undefined) return true;
  if (!(await flush())) return false;
  await ask('draft:close', { session });
  stopChecks();
  draftStore.setState(null, true);
  return true;
}
