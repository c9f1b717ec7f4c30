import { collectOrphans, hasOrphans } from './blobs/collectOrphans.ts';
import type { Draft } from './draft.ts';
import { problemOfError } from './problemOfError.ts';
import { write } from './write.ts';

/** Free pages are given back when there are this many (16 MiB): shrinking moves pages, which takes time. */
const SHRINK_PAGES = 4096;

function tidy(draft: Draft): void {
  if (hasOrphans(draft)) write(draft, () => collectOrphans(draft));
  if (Number(draft.db.pragma('freelist_count', { simple: true })) >= SHRINK_PAGES) {
    draft.db.pragma('incremental_vacuum');
  }
  // Nothing was written, unless a killed process left its journal here.
  if (!draft.state.journalReady && draft.db.pragma('journal_mode', { simple: true }) !== 'wal') return;
  draft.db.pragma('wal_checkpoint(TRUNCATE)');
  // Leaves one plain file: it can be copied as it is and opened from a medium that cannot be written.
  draft.db.pragma('journal_mode = DELETE');
}

/**
 * Closes a draft: everything goes into the one file, no journal and no lock is left beside it. What was
 * saved is on the disk before this; when tidying fails (disk full, another instance reading), SQLite's
 * journal stays and the next opening takes it up. Closing twice does nothing.
 */
export function closeDraft(draft: Draft): void {
  if (draft.state.closed) return;
  try {
    if (!draft.readOnly) tidy(draft);
  } catch (error) {
    if (problemOfError(error) === null) throw error;
  } finally {
    draft.state.closed = true;
    draft.db.close();
    draft.release();
  }
}

/**
 * Moves what was saved from the journal into the file itself, without waiting for anybody. Worth doing
 * when the window loses focus: whoever then copies the file alone has all of it.
 */
export function settleDraft(draft: Draft): void {
  if (draft.state.closed || draft.readOnly || !draft.state.journalReady) return;
  draft.db.pragma('wal_checkpoint(PASSIVE)');
}
