import type { Draft } from '../../main/store/draft.ts';
import { type OpenOptions, openDraft } from '../../main/store/openDraft.ts';
import type { DraftNotice } from '../../main/store/opening/draftNotice.ts';

/** Opens a draft that is expected to open. */
export function mustOpen(
  path: string,
  options: OpenOptions = {},
): { readonly draft: Draft; readonly notices: readonly DraftNotice[] } {
  const outcome = openDraft(path, options);
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.detail}`);
  return outcome;
}
