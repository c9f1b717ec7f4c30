import type { Edit } from '../../shared/edits/edit.ts';
import { replaces } from './replaces.ts';

/** One step of undo: what was done, what takes it back, and where it happened. */
export type Change = {
  readonly edits: readonly Edit[];
  readonly inverse: readonly Edit[];
  /** Path of the place changed (`project.name`, `invoices`), for the jump that undo makes. */
  readonly at: string;
  /** Consecutive changes of one key within a pause of typing become one step; null never merges. */
  readonly mergeKey: string | null;
  /** Milliseconds since the epoch: when it was last added to. */
  readonly time: number;
  /** When its first key was struck. */
  readonly begun: number;
};

/** Typing that pauses longer than this begins a new step of undo. */
const PAUSE_MS = 1500;
/** So does typing without a pause after this long: undo takes back a sentence, not an hour. */
const LONGEST_MS = 15_000;
const MOST_STEPS = 500;

/** Adds a change to the steps that can be taken back, merged with the last one where both are one typing. */
export function remember(past: readonly Change[], change: Change): readonly Change[] {
  const last = past.at(-1);
  if (last === undefined || !isOneTyping(last, change)) return [...past.slice(-(MOST_STEPS - 1)), change];
  // Both replace the same values: the newest is done again, the oldest is taken back to.
  return [...past.slice(0, -1), { ...change, inverse: last.inverse, begun: last.begun }];
}

function isOneTyping(last: Change, next: Change): boolean {
  return (
    next.mergeKey !== null &&
    last.mergeKey === next.mergeKey &&
    next.time - last.time < PAUSE_MS &&
    next.time - last.begun < LONGEST_MS &&
    last.edits.length === next.edits.length &&
    next.edits.every((edit, index) => {
      const before = last.edits[index];
      return before !== undefined && replaces(edit, before);
    })
  );
}
