import type { Application } from '../entities/application.ts';
import type { CheckReport, Finding } from './finding.ts';
import { impliedBy } from './gaps/impliedBy.ts';
import { judgeRule, type RawFinding } from './judgeRule.ts';
import { createScope } from './operators/createScope.ts';
import { rulesOf } from './rulesOf.ts';
import type { Call } from './schema/call.ts';
import { sectionOf } from './sectionOf.ts';
import { NO_SURROUNDINGS, type Surroundings } from './surroundings.ts';

/**
 * Judges an application by its call: every rule that applies, with outcome met, unmet or unknown, in
 * the order of the call's sections and then of its rules. Pure, linear in the rows, writes nothing.
 * @param surroundings other drafts of the workstation; without them the application is judged by itself
 */
export function evaluate(
  call: Call,
  application: Application,
  surroundings: Surroundings = NO_SURROUNDINGS,
): CheckReport {
  const scope = createScope(call, application, surroundings);
  const reasons = new Map(application.setAside.map(({ findingKey, reason }) => [findingKey, reason.trim()]));
  const bySection = new Map<string | null, RawFinding[]>(
    [...call.sections.map((section) => section.id), null].map((id) => [id, []]),
  );
  for (const rule of rulesOf(call)) {
    const section = bySection.get(sectionOf(call, rule.at)) ?? bySection.get(null);
    for (const raw of judgeRule(rule, scope)) section?.push(raw);
  }
  const raws = [...bySection.values()].flat();
  const open = raws.filter((raw) => raw.outcome === 'unknown' && reasonFor(raw, reasons) === null);
  const implied = impliedBy(call, open);
  const findings = raws.map(
    ({ gaps: _, asks: __, ...raw }): Finding => ({
      ...raw,
      setAside: reasonFor(raw, reasons),
      impliedBy: implied.get(raw.key) ?? null,
    }),
  );
  return { call: { id: call.id, revision: call.revision }, counts: countOpen(findings), findings };
}

/** Only warnings and hints can be set aside, and only with a reason. */
function reasonFor(
  raw: Pick<RawFinding, 'key' | 'outcome' | 'severity'>,
  reasons: ReadonlyMap<string, string>,
): string | null {
  if (raw.outcome === 'met' || raw.severity === 'error') return null;
  return reasons.get(raw.key) || null;
}

function countOpen(findings: readonly Finding[]): CheckReport['counts'] {
  const counts = { error: 0, warning: 0, hint: 0, unknown: 0 };
  for (const { outcome, severity, setAside, impliedBy } of findings) {
    if (outcome === 'met' || setAside !== null || impliedBy !== null) continue;
    counts[outcome === 'unknown' ? 'unknown' : severity] += 1;
  }
  return counts;
}
