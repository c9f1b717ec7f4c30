import { evaluate } from '../../../shared/calls/evaluate.ts';
import type { Finding } from '../../../shared/calls/finding.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Direction } from '../../../shared/calls/schema/direction.ts';
import type { Application } from '../../../shared/entities/application.ts';
import { choiceOf } from './directionChange.ts';

/** How what was answered so far suits a direction that is not chosen yet. */
export type Fit =
  | { readonly kind: 'open' }
  | { readonly kind: 'suits' }
  | { readonly kind: 'conflicts'; readonly findings: readonly Finding[] };

/** Judges applicant and total by a direction as if it were chosen; rows are left aside, they do not matter here. */
export function fitOf(call: Call, application: Application, direction: Direction): Fit {
  const supposed: Application = {
    ...application,
    direction: choiceOf(direction.id),
    invoices: [],
    ledger: [],
    budget: [],
    attachments: [],
    plan: {},
  };
  const rules = new Set([direction.requirement, ...direction.kinds.map(({ requirement }) => requirement)]);
  const places = [call.roles.applicantKind, call.roles.totalInvestment];
  const findings = evaluate(call, supposed).findings.filter(
    ({ id, at }) => rules.has(id) && places.includes(at),
  );
  const conflicts = findings.filter(({ outcome }) => outcome === 'unmet');
  if (conflicts.length > 0) return { kind: 'conflicts', findings: conflicts };
  const known = findings.length > 0 && findings.every(({ outcome }) => outcome === 'met');
  return { kind: known ? 'suits' : 'open' };
}
