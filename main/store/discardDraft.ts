import { rmSync } from 'node:fs';
import type { Draft } from './draft.ts';

/**
 * Takes back a draft that was made in this session and could not be finished (`new` with a file that
 * fails): closes it and removes it. Throws for any other draft: that one is somebody's work.
 */
export function discardDraft(draft: Draft): void {
  if (!draft.isNew) throw new Error('only a draft made in this session can be discarded');
  draft.state.closed = true;
  draft.db.close();
  for (const tail of ['', '-journal', '-wal', '-shm']) rmSync(`${draft.path}${tail}`, { force: true });
  draft.release();
}
