import { applyEdit } from '../../shared/edits/applyEdit.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import type { Application } from '../../shared/entities/application.ts';
import { tellChecks } from './checks.ts';
import { draftStore, updateDraft } from './draftStore.ts';
import { type Change, remember } from './history.ts';
import { commitPending } from './pendingWords.ts';
import { queueSave } from './saveQueue.ts';

type EditOptions = {
  /** Path of the place changed, for the jump that undo makes. */
  readonly at: string;
  /** Same key within a pause of typing: one step of undo. Only for edits that replace one whole value. */
  readonly mergeKey?: string;
};

/** Changes the open draft: at once in the window, within a second on the disk. All edits are one step of undo. */
export function edit(edits: readonly Edit[], { at, mergeKey }: EditOptions): void {
  const state = draftStore.getState();
  if (state === null || state.info.readOnly || edits.length === 0) return;
  const { application, inverse } = applyAll(state.application, edits);
  const now = Date.now();
  const change: Change = { edits, inverse, at, mergeKey: mergeKey ?? null, time: now, begun: now };
  updateDraft(({ past }) => ({ application, past: remember(past, change), future: [], checks: 'behind' }));
  spread(edits);
}

/** Takes the last change back; returns where it was, null when there is none. */
export function undo(): string | null {
  commitPending();
  const change = draftStore.getState()?.past.at(-1);
  if (change === undefined) return null;
  replay(change.inverse, ({ past, future }) => ({ past: past.slice(0, -1), future: [...future, change] }));
  return change.at;
}

/** Does the change taken back last once more; returns where it was, null when there is none. */
export function redo(): string | null {
  commitPending();
  const change = draftStore.getState()?.future.at(-1);
  if (change === undefined) return null;
  replay(change.edits, ({ past, future }) => ({
    past: [...past, { ...change, mergeKey: null }],
    future: future.slice(0, -1),
  }));
  return change.at;
}

function replay(edits: readonly Edit[], steps: Parameters<typeof updateDraft>[0]): void {
  updateDraft((state) => ({
    application: applyAll(state.application, edits).application,
    checks: 'behind',
    ...steps(state),
  }));
  spread(edits);
}

function spread(edits: readonly Edit[]): void {
  queueSave(edits);
  tellChecks(edits);
}

function applyAll(
  start: Application,
  edits: readonly Edit[],
): { readonly application: Application; readonly inverse: readonly Edit[] } {
  let application = start;
  const inverse: Edit[] = [];
  for (const one of edits) {
    const applied = applyEdit(application, one);
    application = applied.application;
    inverse.unshift(applied.inverse);
  }
  return { application, inverse };
}

/**
 * Takes in what main has stored already (attachments it added): shown and checked, neither saved again nor
 * a step of undo.
 */
export function takeStored(edits: readonly Edit[], savedAt: string): void {
  updateDraft((state) => ({
    application: applyAll(state.application, edits).application,
    checks: 'behind',
    saving: state.saving.kind === 'saved' ? { kind: 'saved', at: savedAt } : state.saving,
  }));
  tellChecks(edits);
}
