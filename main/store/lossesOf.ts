import type { DraftNotice } from './opening/draftNotice.ts';

/** What damage took from a draft, one sentence a loss; empty when all of it could be read. */
export function lossesOf(notices: readonly DraftNotice[]): readonly string[] {
  return notices.flatMap((notice) =>
    notice.code === 'salvaged' ? notice.losses.map(({ message }) => message) : [],
  );
}
