import type { Call } from '../../shared/calls/schema/call.ts';
import { loadKnownCalls } from '../calls/loadCalls.ts';

export type KnownCalls = ReadonlyMap<string, readonly Call[]>;

/**
 * The product's calls and, for authors who try out their own, those of one more folder.
 * A call of the folder cannot pose as a revision the product ships.
 * @throws with a message for people when a call of the folder is broken
 */
export function knownCalls(extraFolder?: string): KnownCalls {
  const shipped = loadKnownCalls();
  if (extraFolder === undefined) return shipped;
  const calls = new Map(shipped);
  for (const [id, revisions] of loadKnownCalls(extraFolder)) {
    const own = calls.get(id) ?? [];
    const added = revisions.filter(({ revision }) => !own.some((one) => one.revision === revision));
    calls.set(
      id,
      [...own, ...added].sort((a, b) => a.revision - b.revision),
    );
  }
  return calls;
}

/** The newest revision of a call, or of the call with the latest deadline when no id is given. */
export function newestCall(calls: KnownCalls, id?: string): Call | null {
  if (id !== undefined) return calls.get(id)?.at(-1) ?? null;
  const newest = [...calls.values()].flatMap((revisions) => revisions.slice(-1));
  return newest.toSorted((a, b) => b.submission.deadline.localeCompare(a.submission.deadline))[0] ?? null;
}
