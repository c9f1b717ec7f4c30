import type { Reply } from '../../shared/contract/Reply.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import type { SaveState } from './draftStore.ts';
import { outdates } from './outdates.ts';
import { replaces } from './replaces.ts';
import { sendBatch } from './sendBatch.ts';

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
  /** On the way and not acknowledged yet. */
  let sent: readonly Edit[] = [];
  /** What main did not take for its own sake: older than `waiting`, tried again with it, and in nobody's way. */
  let refused: readonly Edit[] = [];
  let failed = false;
  /** The file itself takes nothing: what is typed meanwhile waits for the next try. */
  let blocked = false;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** The timer is for a new try after a failure. */
  let isRetrying = false;
  let underWay: Promise<boolean> | null = null;

  const later = (delay: number): void => {
    timer ??= setTimeout(() => {
      stopTimer();
      void flush();
    }, delay);
  };

  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    isRetrying = false;
  };

  const flush = async (): Promise<boolean> => {
    if (underWay !== null && !(await underWay) && blocked) return false;
    // Whoever else waited may have begun already.
    if (underWay !== null) return flush();
    stopTimer();
    if (ended || unsaved().length === 0) return unsaved().length === 0;
    const mine = sendAll().finally(() => {
      if (underWay === mine) underWay = null;
    });
    underWay = mine;
    return mine;
  };

  const unsaved = (): readonly Edit[] => [...refused, ...sent, ...waiting];

  const sendAll = async (): Promise<boolean> => {
    waiting = [...refused, ...waiting];
    refused = [];
    let savedAt = '';
    let refusal = '';
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE);
      sent = batch;
      const outcome = await sendBatch(batch, save, (left) => {
        sent = left;
      });
      if (ended) return false;
      sent = [];
      waiting = [...outcome.left, ...waiting];
      const standing = outcome.refused.filter(
        ({ edit, at }) => !isOutdated(edit, [...batch.slice(at + 1), ...waiting]),
      );
      refused = [...refused, ...standing.map(({ edit }) => edit)];
      refusal = standing.at(-1)?.message ?? refusal;
      savedAt = outcome.savedAt ?? savedAt;
      if (outcome.trouble !== null) return fail(outcome.trouble, true);
    }
    if (refused.length > 0)
      return fail(`有 ${refused.length} 处修改没有存下，其他的都已保存。${refusal}`, false);
    failed = false;
    blocked = false;
    told({ kind: 'saved', at: savedAt });
    return true;
  };

  const fail = (message: string, blocks: boolean): false => {
    failed = true;
    blocked = blocks;
    told({ kind: 'failed', message });
    stopTimer();
    later(RETRY_MS);
    isRetrying = true;
    return false;
  };

  return {
    add: (edits) => {
      if (ended) return;
      for (const one of edits) {
        const last = waiting.at(-1);
        if (last !== undefined && replaces(one, last)) waiting[waiting.length - 1] = one;
        else waiting.push(one);
      }
      refused = refused.filter((one) => !isOutdated(one, edits));
      if (!failed) told({ kind: 'pending' });
      // A try of what was refused alone is no reason to wait longer than usual.
      if (isRetrying && !blocked) stopTimer();
      later(GATHER_MS);
    },
    flush,
    unsaved,
    end: () => {
      ended = true;
      stopTimer();
    },
  };
}

const isOutdated = (edit: Edit, since: readonly Edit[]): boolean => since.some((one) => outdates(one, edit));
