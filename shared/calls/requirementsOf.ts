import { rulesOf } from './rulesOf.ts';
import type { Severity } from './schema/basics.ts';
import type { Call } from './schema/call.ts';

/** One row of what a call asks, for `call show` and the side panel: told, not judged. */
export interface Requirement {
  /** A1 … H12; several rows may share one. */
  readonly id: string;
  /** Unique in the call; what findings of the row are keyed by. */
  readonly key: string;
  readonly title: string;
  readonly severity: Severity;
  readonly clause: { readonly ref: string; readonly text: string };
  /** Where it is answered: field id, table, `attachments.KIND`; null for what only informs. */
  readonly at: string | null;
}

/** All a call asks, row by row in the order of the ids: facts, rules, and attachments that are welcome but not required. */
export function requirementsOf(call: Call): readonly Requirement[] {
  const clauses = new Map(call.clauses.map(({ id, ref, text }) => [id, { ref, text }]));
  const optional = call.attachments.filter(({ required }) => required === false);
  const rows = [
    ...call.facts.map(({ id, title, severity, clause }) => ({
      id,
      key: id,
      title,
      severity,
      clause,
      at: null,
    })),
    ...rulesOf(call).map(({ id, key, title, severity, clause, at }) => ({
      id,
      key,
      title,
      severity,
      clause,
      at,
    })),
    ...optional.map(({ id, requirement, label, clause }) => ({
      id: requirement,
      key: `${requirement}/${id}`,
      title: `附件“${label}”（可选）`,
      severity: 'hint' as const,
      clause,
      at: `attachments.${id}`,
    })),
  ];
  return rows
    .map((row) => ({ ...row, clause: clauses.get(row.clause) ?? { ref: row.clause, text: '' } }))
    .sort((a, b) => compareIds(a.id, b.id));
}

/** A before B, B2 before B10, C3a before C3b, D2.2.9 before D2.2.10. */
function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
