import type { Reply } from '../../shared/contract/Reply.ts';
import type { Edit } from '../../shared/edits/edit.ts';

/** What became of a batch of edits. What is in neither list is on the disk. */
export type BatchOutcome = {
  /** Not taken for their own sake, oldest first; `at` counts from the start of the batch. */
  readonly refused: readonly { readonly edit: Edit; readonly at: number; readonly message: string }[];
  /** Not tried any more, because the file as a whole takes nothing. */
  readonly left: readonly Edit[];
  /** Why the file takes nothing, for people; null when it does. */
  readonly trouble: string | null;
  /** ISO text; null when nothing was stored. */
  readonly savedAt: string | null;
};

type Save = (edits: readonly Edit[]) => Promise<Reply<{ readonly savedAt: string }>>;

/**
 * Stores edits in their order, at once where main takes them so. One it does not take must not keep the others from
 * the disk: it is found by halving, and the rest goes on without it.
 * @param tell hears after every answer what is not on the disk yet
 */
export async function sendBatch(
  batch: readonly Edit[],
  save: Save,
  tell: (left: readonly Edit[]) => void,
): Promise<BatchOutcome> {
  const refused: BatchOutcome['refused'][number][] = [];
  let savedAt: string | null = null;
  let at = 0;
  let size = batch.length;
  while (at < batch.length) {
    const part = batch.slice(at, at + size);
    const reply = await save(part);
    if (reply.ok) {
      savedAt = reply.value.savedAt;
      at += part.length;
      size *= 2;
    } else if (isOfTheFile(reply.problem.code)) {
      return { refused, left: batch.slice(at), trouble: reply.problem.message, savedAt };
    } else if (part.length > 1) {
      size = Math.ceil(part.length / 2);
    } else {
      for (const edit of part) refused.push({ edit, at, message: reply.problem.message });
      at += 1;
    }
    tell([...refused.map(({ edit }) => edit), ...batch.slice(at)]);
  }
  return { refused, left: [], trouble: null, savedAt };
}

/** Whether no edit at all would be taken now; any other problem may be that of one edit. */
function isOfTheFile(code: string): boolean {
  return (
    ['disk-full', 'disk-error', 'no-permission'].includes(code) ||
    code.startsWith('draft-') ||
    code.startsWith('folder-')
  );
}
