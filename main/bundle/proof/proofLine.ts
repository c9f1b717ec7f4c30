import type { ProofLine } from '../../../shared/documents/packageManifest.ts';

/** More would hide what matters. */
const MOST_NAMED = 8;

/** A line of the proof: fine with `detail` when nothing was found, else all that was found, the first ones named. */
export function proofLine(what: string, problems: readonly string[], detail: string): ProofLine {
  if (problems.length === 0) return { what, ok: true, detail };
  const named = problems.slice(0, MOST_NAMED).join('；');
  const more = problems.length > MOST_NAMED ? `；等共 ${problems.length} 处` : '';
  return { what, ok: false, detail: `${named}${more}` };
}
