import { failedToRead } from '../../shared/evidence/failedToRead.ts';
import { ask } from '../app/bridge.ts';
import { tell } from '../app/notices.ts';
import { draftStore } from '../draft/draftStore.ts';
import { underWay } from '../drop/attaching.ts';
import { keepEvidence } from './keepEvidence.ts';
import { resultInWords } from './resultInWords.ts';

/** Reads files of the draft once more and takes in what they tell; says in a line what came of it. */
export async function readAgain(ids: readonly string[]): Promise<void> {
  const session = draftStore.getState()?.info.session;
  if (session === undefined || ids.length === 0) return;
  const reply = await underWay('reading', ids.length, () =>
    ask('evidence:read', { session, attachments: [...ids] }),
  );
  if (draftStore.getState()?.info.session !== session) return;
  if (!reply.ok) {
    tell(reply.problem.code === 'cancelled' ? 'done' : 'trouble', reply.problem.message);
    return;
  }
  const taken = keepEvidence(reply.value);
  const { edits, unread, failed } = taken;
  const why = reply.value.flatMap(({ reading }) => failedToRead(reading) ?? []).at(0);
  if (edits.length + unread.length + failed.length === 0 && why !== undefined)
    tell('trouble', `没有读出新的内容：${why}。草稿没有改动。`);
  else tell(failed.length > 0 ? 'trouble' : 'done', resultInWords(taken));
}
