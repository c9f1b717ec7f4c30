import type { Compared, Outcome } from '../finding.ts';
import type { Severity } from '../schema/basics.ts';

/** What a condition found, with what a message needs to be worth reading. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly compared: Compared | null;
  /** How a met comparison reads: "高于 300.00 万元门槛 12.40 万元". */
  readonly margin: string;
  /** What is not filled in yet (outcome unknown). */
  readonly missing: readonly string[];
  /** Things the condition names: roles that lack, rows that double. */
  readonly names: readonly string[];
  /** The operator's own sentence, for `{detail}`. */
  readonly detail: string;
  /** Where inside the row, for the jump. */
  readonly column: string | null;
  /** Unknown because direction, sub-kind or scenario is not chosen, which has its own finding. */
  readonly undecided: boolean;
  /** The finding is at most this severe, whatever the rule says (facts not checked against law). */
  readonly atMost: Severity | null;
}

const BLANK: Omit<Verdict, 'outcome'> = {
  compared: null,
  margin: '',
  missing: [],
  names: [],
  detail: '',
  column: null,
  undecided: false,
  atMost: null,
};

type Extra = Partial<Omit<Verdict, 'outcome'>>;

export function met(extra: Extra = {}): Verdict {
  return { outcome: 'met', ...BLANK, ...extra };
}

export function unmet(extra: Extra = {}): Verdict {
  return { outcome: 'unmet', ...BLANK, ...extra };
}

/** Not to be told yet; `missing` names what has to be filled in first. */
export function unknown(missing: readonly string[] = [], extra: Extra = {}): Verdict {
  return { outcome: 'unknown', ...BLANK, missing, ...extra };
}

/** Met or unmet by a fact. */
export function fact(holds: boolean, extra: Extra = {}): Verdict {
  return holds ? met(extra) : unmet(extra);
}
