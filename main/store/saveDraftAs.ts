import { resolve } from 'node:path';
import type { Draft } from './draft.ts';
import { copyInto } from './opening/backUp.ts';
import { expectedProblem } from './problemOfError.ts';
import { reserveFile } from './reserveFile.ts';
import { refused, type StoreOutcome } from './storeProblem.ts';

/**
 * Writes the draft as it stands to a new file (另存为); never over one that is there. Works for a draft
 * opened read-only and for one whose own file was moved away.
 */
export function saveDraftAs(draft: Draft, path: string): StoreOutcome<{ readonly path: string }> {
  if (draft.state.closed) return refused('draft-closed');
  const target = resolve(path);
  const reserved = reserveFile(target);
  if (!reserved.ok) return reserved;
  try {
    // SQLite writes into a file that is there only when it is empty.
    copyInto(draft.db, target);
    return { ok: true, value: { path: target } };
  } catch (error) {
    if (reserved.value.wasReplaced()) return refused('draft-exists', target);
    reserved.value.remove();
    return { ok: false, problem: expectedProblem(error) };
  }
}
