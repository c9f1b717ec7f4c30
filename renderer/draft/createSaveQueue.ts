import type { Reply } from '../../shared/contract/Reply.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import type { SaveState } from './draftStore.ts';
import { replaces } from './replaces.ts';

/** Edits on their way to the disk, in order. Nothing leaves it before the disk has it. */
export type SaveQueue = {
  readonly add: (edits: readonly Edit[]) => void;
  /** Saves everything that waits, now. True when the disk has all of it. */
  readonly flush: () => Promise<boolean>;
  /** What the disk has not acknowledged yet, oldest first. */
  readonly unsaved: () => readonly Edit[];
  /** Sends nothing any more and tells nothing: its draft is closed. */
  readonly end: () => void;
};

type Means = {
  /** Stores edits in one transaction. */
  readonly save: (edits: readonly Edit[]) => Promise<Reply<{ readonly savedAt: string }>>;
  /** Told whenever what can be said about saving changes. */
  readonly told: (state: SaveState) => void;
};

/** Typing is gathered for this long, so that a sentence is not one commit a letter; well under a second. */
export const GATHER_MS = 350;
/** After a failure the disk is asked again this often; the words stay in the window meanwhile. */
export const RETRY_MS = 5000;
/** The contract takes 10,000 edits at once. */
const MOST_AT_ONCE = 2000;

/** A queue for one opened draft. */
export function createSaveQueue({ save, told }: Means): SaveQueue {
  let waiting: Edit[] = [];
  /** Sent and not answered yet. */
  let sent: readonly Edit[] = [];
  let failed = false;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let underWay: Promise<boolean> | null = null;

  const later = (delay: number): void => {
    timer ??= setTimeout(() => {
      timer = null;
      void flush();
    }, delay);
  };

  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  const flush = async (): Promise<boolean> => {
    if (underWay !== null && !(await underWay)) return false;
    // Whoever else waited may have begun already.
    if (underWay !== null) return flush();
    stopTimer();
    if (ended || waiting.length === 0) return waiting.length === 0;
    const mine = sendAll().finally(() => {
      if (underWay === mine) underWay = null;
    });
    underWay = mine;
    return mine;
  };

  const sendAll = async (): Promise<boolean> => {
    let savedAt = '';
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE);
      const outcome = await send(batch);
      if (ended) return false;
      waiting = [...outcome.left, ...waiting];
      if (!outcome.reply.ok) {
        failed = true;
        told({ kind: 'failed', message: outcome.reply.problem.message });
        later(RETRY_MS);
        return false;
      }
      savedAt = outcome.reply.value.savedAt;
    }
    failed = false;
    told({ kind: 'saved', at: savedAt });
    return true;
  };

  type Outcome = {
    readonly reply: Reply<{ readonly savedAt: string }>;
    readonly left: readonly Edit[];
  };

  const send = async (batch: readonly Edit[]): Promise<Outcome> => {
    const reply = await ask(batch);
    if (reply.ok) return { reply, left: [] };
    // One edit main does not take must not keep the others from the disk.
    if (reply.problem.code === 'input-refused' && batch.length > 1) return sendSingly(batch);
    return { reply, left: batch };
  };

  const sendSingly = async (batch: readonly Edit[]): Promise<Outcome> => {
    const left: Edit[] = [];
    let reply: Outcome['reply'] | null = null;
    for (const [index, one] of batch.entries()) {
      const answer = await ask([one]);
      if (answer.ok) {
        reply ??= answer;
        continue;
      }
      left.push(one);
      reply = answer;
      if (answer.problem.code !== 'input-refused')
        return { reply, left: [...left, ...batch.slice(index + 1)] };
    }
    return { reply: reply ?? { ok: true, value: { savedAt: new Date().toISOString() } }, left };
  };

  const ask = async (edits: readonly Edit[]): ReturnType<Means['save']> => {
    sent = edits;
    try {
      return await save(edits);
    } finally {
      sent = [];
    }
  };

  return {
    add: (edits) => {
      if (ended) return;
      for (const one of edits) {
        const last = waiting.at(-1);
        if (last !== undefined && replaces(one, last)) waiting[waiting.length - 1] = one;
        else waiting.push(one);
      }
      if (!failed) told({ kind: 'pending' });
      later(GATHER_MS);
    },
    flush,
    unsaved: () => [...sent, ...waiting],
    end: () => {
      ended = true;
      stopTimer();
    },
  };
}
