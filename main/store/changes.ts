import { z } from 'zod';
import type { Draft } from './draft.ts';
import { statement } from './statement.ts';

const ChangeRow = z.object({
  id: z.number(),
  at: z.string(),
  who: z.string(),
  path: z.string(),
  old_value: z.string().nullable(),
  new_value: z.string().nullable(),
});

/** One entry of the history: who changed what, from what, to what. Values are JSON text, null for "nothing". */
export type Change = {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly path: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
};

/** Typing in one place is one change: further saves to it within this time only move its new value. */
const ONE_CHANGE_MS = 5 * 60 * 1000;

/**
 * What a change is of. `value`: one value that stands in one place, where the entry before tells what came before
 * this one. `rows`: many rows, a removal, an order, the whole: each such change has other old values, which no other
 * entry holds.
 */
export type ChangeKind = 'value' | 'rows';

const LAST = 'SELECT * FROM changes ORDER BY id DESC LIMIT 1';
const ADD = 'INSERT INTO changes (at, who, path, old_value, new_value) VALUES (?, ?, ?, ?, ?)';
const EXTEND = 'UPDATE changes SET at = ?, new_value = ? WHERE id = ?';

function isSameTyping(draft: Draft, last: z.infer<typeof ChangeRow>, path: string, moment: Date): boolean {
  const since = moment.getTime() - Date.parse(last.at);
  const isRecent = since >= 0 && since < ONE_CHANGE_MS;
  // An entry without a new value is a removal: what stands there afterwards did not grow out of it.
  return last.path === path && last.who === draft.who && last.new_value !== null && isRecent;
}

/**
 * Writes one history entry inside the caller's transaction and returns its moment (ISO text, UTC).
 * Paths look like `answers[project.name]`, `invoices[invoice-12]`, `plan[plan.1.1]`; a list's own
 * name stands for a change to many rows. Only changes of kind `value` are ever merged.
 */
export function recordChange(
  draft: Draft,
  path: string,
  oldValue: string | null,
  newValue: string | null,
  kind: ChangeKind,
): string {
  const moment = draft.now();
  const at = moment.toISOString();
  const found = statement(draft, LAST).get();
  const last = found === undefined ? null : ChangeRow.parse(found);
  if (kind === 'value' && last !== null && isSameTyping(draft, last, path, moment)) {
    statement(draft, EXTEND).run(at, newValue, last.id);
  } else {
    statement(draft, ADD).run(at, draft.who, path, oldValue, newValue);
  }
  return at;
}

/** The history after the entry `afterId` (0 for all of it), oldest first. */
export function listChanges(draft: Draft, afterId = 0): readonly Change[] {
  return statement(draft, 'SELECT * FROM changes WHERE id > ? ORDER BY id')
    .all(afterId)
    .map((row) => {
      const { old_value: oldValue, new_value: newValue, ...rest } = ChangeRow.parse(row);
      return { ...rest, oldValue, newValue };
    });
}

/** When the draft was last changed, ISO text in UTC; null when it never was. */
export function lastSavedAt(draft: Draft): string | null {
  const found = statement(draft, LAST).get();
  return found === undefined ? null : ChangeRow.parse(found).at;
}
