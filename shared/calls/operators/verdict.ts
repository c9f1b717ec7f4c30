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
  /** Paths of other rows it speaks of. */
  readonly related: readonly string[];
  /** Unknown because direction, sub-kind or scenario is not chosen, which has its own finding. */
  readonly undecided: boolean;
  /** The finding is at most this severe, whatever the rule says (facts not checked against law). */
  readonly atMost: Severity | null;
  /** What the finding is called where the rule's own title does not fit what it says; null leaves that one. */
  readonly title: string | null;
}

type Extra = Partial<Omit<Verdict, 'outcome'>>;

const NONE: readonly string[] = [];

function verdictOf(outcome: Outcome, extra: Extra): Verdict {
  // Written out: every row of every rule makes one, and spreads are slow.
  return {
    outcome,
    compared: extra.compared ?? null,
    margin: extra.margin ?? '',
    missing: extra.missing ?? NONE,
    names: extra.names ?? NONE,
    detail: extra.detail ?? '',
    column: extra.column ?? null,
    related: extra.related ?? NONE,
    undecided: extra.undecided ?? false,
    atMost: extra.atMost ?? null,
    title: extra.title ?? null,
  };
}

const MET = verdictOf('met', {});
const UNMET = verdictOf('unmet', {});

export function met(extra?: Extra): Verdict {
  return extra === undefined ? MET : verdictOf('met', extra);
}

export function unmet(extra?: Extra): Verdict {
  return extra === undefined ? UNMET : verdictOf('unmet', extra);
}

/** Unmet, with figures that are put into words only when a message asks for them. */
export function unmetLazily(column: string | null, figures: () => Compared | null): Verdict {
  return new LazilyUnmet(column, figures);
}

/** A class for its getter on the prototype: as a literal, ten thousand rows would each define their own. */
class LazilyUnmet implements Verdict {
  readonly outcome = 'unmet';
  readonly margin = '';
  readonly missing = NONE;
  readonly names = NONE;
  readonly detail = '';
  readonly related = NONE;
  readonly undecided = false;
  readonly atMost = null;
  readonly title = null;
  readonly column: string | null;
  readonly #figures: () => Compared | null;

  constructor(column: string | null, figures: () => Compared | null) {
    this.column = column;
    this.#figures = figures;
  }

  get compared(): Compared | null {
    return this.#figures();
  }
}

/** The same verdict, naming other things; for conditions made of several. */
export function unmetNaming(verdict: Verdict | undefined, names: readonly string[]): Verdict {
  if (verdict === undefined) return verdictOf('unmet', { names });
  const { compared, margin, missing, detail, column, related, undecided, atMost, title } = verdict;
  return {
    outcome: 'unmet',
    compared,
    margin,
    missing,
    names,
    detail,
    column,
    related,
    undecided,
    atMost,
    title,
  };
}

/** Not to be told yet; `missing` names what has to be filled in first. */
export function unknown(missing: readonly string[] = NONE, extra: Extra = {}): Verdict {
  return verdictOf('unknown', { ...extra, missing });
}

/** Met or unmet by a fact. */
export function fact(holds: boolean, extra?: Extra): Verdict {
  return holds ? met(extra) : unmet(extra);
}
