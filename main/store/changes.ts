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

const LAST = 'SELECT * FROM changes ORDER BY id DESC LIMIT 1';
const ADD = 'INSERT INTO changes (at, who, path, old_value, new_value) VALUES (?, ?, ?, ?, ?)';
const EXTEND = 'UPDATE changes SET at = ?, new_value = ? WHERE id = ?';

/**
 * Writes one history entry inside the caller's transaction and returns its moment (ISO text, UTC).
 * Paths look like `answers[project.name]`, `invoices[invoice-12]`, `plan[plan.1.1]`; a list's own
 * name stands for a change to many rows.
 */
export function recordChange(
  draft: Draft,
  path: string,
  oldValue: string | null,
  newValue: string | null,
): string {
  const moment = draft.now();
  const at = moment.toISOString();
  const found = statement(draft, LAST).get();
  const last = found === undefined ? null : ChangeRow.parse(found);
  const since = last === null ? Number.NaN : moment.getTime() - Date.parse(last.at);
  if (last !== null && last.path === path && last.who === draft.who && since >= 0 && since < ONE_CHANGE_MS) {
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
