import { existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Draft } from './draft.ts';
import { copyInto } from './opening/backUp.ts';
import { expectedProblem } from './problemOfError.ts';
import { refused, type StoreOutcome } from './storeProblem.ts';

/**
 * Writes the draft as it stands to a new file (另存为); never over one that is there. Works for a draft
 * opened read-only and for one whose own file was moved away.
 */
export function saveDraftAs(draft: Draft, path: string): StoreOutcome<{ readonly path: string }> {
  if (draft.state.closed) return refused('draft-closed');
  const target = resolve(path);
  if (existsSync(target)) return refused('draft-exists', target);
  if (!existsSync(dirname(target))) return refused('folder-missing', target);
  try {
    copyInto(draft.db, target);
    return { ok: true, value: { path: target } };
  } catch (error) {
    rmSync(target, { force: true });
    return { ok: false, problem: expectedProblem(error) };
  }
}
