import { closeDraft } from '../store/closeDraft.ts';
import type { Draft } from '../store/draft.ts';
import { openDraft } from '../store/openDraft.ts';
import { fromCaller } from './callerFolder.ts';
import { type Reply, refusal } from './reply.ts';

/** Opens a draft for one command and closes it again; notices are told before the command's own words. */
export async function openForCommand(
  file: string,
  options: { readonly readOnly: boolean },
  work: (draft: Draft) => Promise<Reply> | Reply,
): Promise<Reply> {
  const opened = openDraft(fromCaller(file), options);
  if (!opened.ok) return refusal(opened.problem.code, `${file}：${opened.problem.message}。`);
  try {
    const reply = await work(opened.draft);
    return { ...reply, say: [...opened.notices.map(({ message }) => `${message}。`), ...reply.say] };
  } finally {
    closeDraft(opened.draft);
  }
}
