import type { CheckReport, Finding } from './finding.ts';
import { type FindingState, findingState } from './findingWords.ts';
import { isOpen } from './isOpen.ts';
import { oncePerCall } from './oncePerCall.ts';
import { type Requirement, requirementsOf } from './requirementsOf.ts';
import { rulesOf } from './rulesOf.ts';
import type { Call } from './schema/call.ts';

/** A requirement of the call and how this application stands to it. */
export interface RequirementState {
  readonly requirement: Requirement;
  /** Worst of its findings; `notApplicable`: its rule has nothing to say here; null: it only informs. */
  readonly state: FindingState | 'notApplicable' | null;
  /** The first finding that asks for something; null when none does. */
  readonly open: Finding | null;
}

const requirements = oncePerCall(requirementsOf);
const judgedKeys = oncePerCall((call): ReadonlySet<string> => new Set(rulesOf(call).map(({ key }) => key)));

const WORST: readonly FindingState[] = ['error', 'warning', 'hint', 'unknown', 'setAside', 'met'];

/** Every requirement of the call with its state, in the order of their ids. Linear in findings and rules. */
export function requirementStates(call: Call, report: CheckReport): readonly RequirementState[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const row = finding.key.indexOf('#');
    const rule = row < 0 ? finding.key : finding.key.slice(0, row);
    const held = byRule.get(rule);
    if (held === undefined) byRule.set(rule, [finding]);
    else held.push(finding);
  }
  const judged = judgedKeys(call);
  return requirements(call).map((requirement) => {
    const findings = byRule.get(requirement.key) ?? [];
    const states = new Set(findings.map(findingState));
    const worst = WORST.find((state) => states.has(state)) ?? null;
    return {
      requirement,
      state: worst ?? (judged.has(requirement.key) ? 'notApplicable' : null),
      open: findings.find((finding) => isOpen(finding) && findingState(finding) === worst) ?? null,
    };
  });
}
