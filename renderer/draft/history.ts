import type { Edit } from '../../shared/edits/edit.ts';

/** One step of undo: what was done, what takes it back, and where it happened. */
export type Change = {
  readonly edits: readonly Edit[];
  readonly inverse: readonly Edit[];
  /** Path of the place changed (`project.name`, `invoices`), for the jump that undo makes. */
  readonly at: string;
  /** Consecutive changes of one key within a pause of typing become one step; null never merges. */
  readonly mergeKey: string | null;
  /** Milliseconds since the epoch. */
  readonly time: number;
};

/** Typing that pauses longer than this begins a new step of undo. */
const PAUSE_MS = 1500;
const MOST_STEPS = 500;

/** Adds a change to the steps that can be taken back, merged with the last one where both are one typing. */
export function remember(past: readonly Change[], change: Change): readonly Change[] {
  const last = past.at(-1);
  const merges =
    last !== undefined &&
    change.mergeKey !== null &&
    last.mergeKey === change.mergeKey &&
    change.time - last.time < PAUSE_MS;
  if (!merges) return [...past.slice(-(MOST_STEPS - 1)), change];
  // Both replace the same value: the newest is done again, the oldest is taken back to.
  return [...past.slice(0, -1), { ...change, inverse: last.inverse }];
}
