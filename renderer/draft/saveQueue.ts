import type { Edit } from '../../shared/edits/edit.ts';
import { ask } from '../app/bridge.ts';
import { createSaveQueue, type SaveQueue } from './createSaveQueue.ts';
import { draftStore, updateDraft } from './draftStore.ts';
import { commitPending } from './pendingWords.ts';

/** The queue of the open draft. */
let queue: SaveQueue | null = null;

/** Begins saving for the draft that was just opened. What an earlier queue holds is not taken over. */
export function startSaving(session: string): void {
  queue?.end();
  queue = createSaveQueue({
    save: (edits) => ask('draft:save', { session, edits: [...edits] }),
    told: (saving) => {
      const now = draftStore.getState();
      if (now?.info.session !== session || (saving.kind === 'pending' && now.saving.kind === 'pending'))
        return;
      updateDraft(() => ({ saving }));
    },
  });
}

/** Puts edits in line for the disk. */
export function queueSave(edits: readonly Edit[]): void {
  queue?.add(edits);
}

/** Saves everything typed, now: also what an editor still gathers. True when the disk has all of it. */
export async function flush(): Promise<boolean> {
  commitPending();
  return queue === null ? true : queue.flush();
}

/** What the disk does not have yet, oldest first. */
export function unsavedEdits(): readonly Edit[] {
  return queue?.unsaved() ?? [];
}

/** Ends saving: the draft is closed. What waits is dropped. */
export function stopSaving(): void {
  queue?.end();
  queue = null;
}
