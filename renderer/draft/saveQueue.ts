import type { Edit } from '../../shared/edits/edit.ts';
import { ask } from '../app/bridge.ts';
import { draftStore, updateDraft } from './draftStore.ts';

/** Typing is gathered for this long, so that a sentence is not one commit a letter; well under a second. */
const GATHER_MS = 350;
/** After a failure the disk is asked again this often; the words stay in the window meanwhile. */
const RETRY_MS = 5000;

let waiting: Edit[] = [];
let timer: ReturnType<typeof setTimeout> | null = null;
let underWay: Promise<boolean> | null = null;

/** Puts edits in line for the disk. */
export function queueSave(edits: readonly Edit[]): void {
  for (const one of edits) {
    const last = waiting.at(-1);
    if (last !== undefined && replaces(one, last)) waiting[waiting.length - 1] = one;
    else waiting.push(one);
  }
  updateDraft(({ saving }) => (saving.kind === 'failed' ? {} : { saving: { kind: 'pending' } }));
  timer ??= setTimeout(() => void flush(), GATHER_MS);
}

/** Saves everything that waits, now. True when the disk has all of it. */
export async function flush(): Promise<boolean> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  while (underWay !== null) if (!(await underWay)) return false;
  if (waiting.length === 0) return true;
  underWay = send();
  const sent = await underWay;
  return sent && waiting.length > 0 ? flush() : sent;
}

/** Forgets what waits: the draft it belongs to is closed. */
export function dropQueue(): void {
  waiting = [];
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

async function send(): Promise<boolean> {
  const session = draftStore.getState()?.info.session;
  if (session === undefined) return true;
  const edits = waiting;
  waiting = [];
  try {
    const reply = await ask('draft:save', { session, edits });
    if (draftStore.getState()?.info.session !== session) return reply.ok;
    if (reply.ok) {
      const saved = { kind: 'saved', at: reply.value.savedAt } as const;
      updateDraft(() => ({ saving: waiting.length === 0 ? saved : { kind: 'pending' } }));
      return true;
    }
    waiting = [...edits, ...waiting];
    updateDraft(() => ({ saving: { kind: 'failed', message: reply.problem.message } }));
    timer ??= setTimeout(() => void flush(), RETRY_MS);
    return false;
  } finally {
    underWay = null;
  }
}

/** Whether `next` makes `last` superfluous: both set the same single value. */
function replaces(next: Edit, last: Edit): boolean {
  if (next.kind === 'answer') return last.kind === 'answer' && last.field === next.field;
  if (next.kind === 'plan') return last.kind === 'plan' && last.item === next.item;
  if (next.kind === 'target') return last.kind === 'target' && last.target === next.target;
  return false;
}
