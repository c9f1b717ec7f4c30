import type { Severity } from './schema/basics.ts';
import type { Call } from './schema/call.ts';
import type { Target, TargetGroup } from './schema/direction.ts';

/** One row of what a call asks, for `call show` and the side panel: not judged, only told. */
export interface Requirement {
  /** A1 … H12; several rows may share one. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly clause: { readonly ref: string; readonly text: string };
  /** Where it is answered: field id, table, `attachments.KIND`; null for what only informs. */
  readonly at: string | null;
}

type Row = Omit<Requirement, 'clause'> & { readonly clause: string };

/** All a call asks, row by row, in the order of the ids. */
export function requirementsOf(call: Call): readonly Requirement[] {
  const clauses = new Map(call.clauses.map(({ id, ref, text }) => [id, { ref, text }]));
  const rows: Row[] = [
    ...call.facts.map(({ id, title, severity, clause }) => ({ id, title, severity, clause, at: null })),
    ...call.rules.map(({ id, title, severity, clause, at }) => ({ id, title, severity, clause, at })),
    {
      ...call.directionRequirement,
      title: call.directionRequirement.label,
      severity: 'error',
      at: 'direction',
    },
    ...fieldRows(call),
    ...directionRows(call),
    ...call.attachments.map(({ id, requirement, label, clause, severity, required }) => ({
      id: requirement,
      title: label,
      severity: required === false ? ('hint' as const) : severity,
      clause,
      at: `attachments.${id}`,
    })),
  ];
  return rows
    .map(({ clause, id, title, severity, at }) => ({
      id,
      title,
      severity,
      clause: clauses.get(clause) ?? { ref: clause, text: '' },
      at,
    }))
    .sort((a, b) => compareIds(a.id, b.id));
}

function fieldRows(call: Call): Row[] {
  return call.fields.flatMap(({ id, requirement, label, clause, validity }) => {
    const asked: Row = { id: requirement, title: label, severity: 'error', clause, at: id };
    if (validity === undefined) return [asked];
    return [asked, { ...validity, id: validity.requirement, title: `${label}的写法`, at: id }];
  });
}

function directionRows(call: Call): Row[] {
  return call.directions.flatMap((direction) => {
    const { consortium, contents } = direction;
    const rows: Row[] = [direction, ...direction.kinds].map((one) => ({
      id: one.requirement,
      title: one.label,
      severity: one.minimumTotalFen === null ? one.whoSeverity : one.minimumSeverity,
      clause: one.clause,
      at: 'direction',
    }));
    if (consortium !== null)
      rows.push({
        ...consortium,
        id: consortium.requirement,
        title: `${direction.label}的联合体`,
        at: 'consortium',
      });
    for (const content of contents)
      rows.push({ ...content, id: content.requirement, title: content.label, at: 'direction' });
    rows.push(...reachRows(direction.reach, direction.targets));
    for (const scenario of direction.scenarios) rows.push(...reachRows(scenario.reach, scenario.targets));
    return rows;
  });
}

function reachRows(reach: readonly TargetGroup[], targets: readonly Target[]): Row[] {
  return reach.map(({ requirement, clause, severity, of, n }) => {
    const labels = targets.filter(({ id }) => of.includes(id)).map(boundText);
    const few = n !== undefined && n < of.length;
    const title = few ? `${labels.join('、')}：至少 ${n} 项` : labels.join('、');
    return { id: requirement, title, severity, clause, at: `targets.${of[0] ?? ''}` };
  });
}

/** `生产效率提升 ≥ 20 %`, in signs so that the clause beside it keeps the words. */
function boundText({ label, unit, atLeast, below }: Target): string {
  if (atLeast !== undefined) return `${label} ≥ ${atLeast}${unit}`;
  return below === undefined ? label : `${label} < ${below}${unit}`;
}

/** A before B, B2 before B10, C3a before C3b, D2.2.9 before D2.2.10. */
function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
