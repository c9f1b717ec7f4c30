import { closeDraft } from '../store/closeDraft.ts';
import type { Draft } from '../store/draft.ts';
import { openDraft } from '../store/openDraft.ts';
import type { DraftNotice } from '../store/opening/draftNotice.ts';
import { fromCaller } from './callerFolder.ts';
import { type Reply, refusal } from './reply.ts';

/**
 * Opens a draft for one command and closes it again; notices are told before the command's own words. The
 * command gets them too, for its JSON: a program that reads only stdout must learn of damage as well.
 */
export async function openForCommand(
  file: string,
  options: { readonly readOnly: boolean },
  work: (draft: Draft, notices: readonly DraftNotice[]) => Promise<Reply> | Reply,
): Promise<Reply> {
  const opened = openDraft(fromCaller(file), options);
  if (!opened.ok) return refusal(opened.problem.code, `${file}：${opened.problem.message}。`);
  try {
    const reply = await work(opened.draft, opened.notices);
    return { ...reply, say: [...opened.notices.map(({ message }) => `${message}。`), ...reply.say] };
  } finally {
    closeDraft(opened.draft);
  }
}
