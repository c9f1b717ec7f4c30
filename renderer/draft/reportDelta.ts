import type { CheckReport, Finding } from '../../shared/calls/finding.ts';

/**
 * What a run of the checks found, told as the difference to the run before: a report of ten thousand invoices is
 * long, and a key struck changes a line or two of it.
 */
export type ReportDelta = {
  readonly call: CheckReport['call'];
  readonly counts: CheckReport['counts'];
  /** Findings that are new or not as they were. */
  readonly changed: readonly Finding[];
  /** Keys of all findings in order; null when they are those of the run before. */
  readonly keys: readonly string[] | null;
};

/** The worker's side: turns each report into the difference to the one before. */
export function createReportTeller(): (report: CheckReport) => ReportDelta {
  let before = new Map<string, Finding>();
  return ({ call, counts, findings }) => {
    const now = new Map(findings.map((finding) => [finding.key, finding]));
    const changed = findings.filter((finding) => !isSame(finding, before.get(finding.key)));
    const keys = [...now.keys()];
    const keysBefore = [...before.keys()];
    const sameKeys =
      keys.length === keysBefore.length && keys.every((key, index) => key === keysBefore[index]);
    before = now;
    return { call, counts, changed, keys: sameKeys ? null : keys };
  };
}

/** The window's side: puts the whole report together again. What did not change stays the same object. */
export function createReportTaker(): (delta: ReportDelta) => CheckReport {
  let findings: Finding[] = [];
  const byKey = new Map<string, Finding>();
  return ({ call, counts, changed, keys }) => {
    for (const finding of changed) byKey.set(finding.key, finding);
    if (changed.length > 0 || keys !== null) {
      const order = keys ?? findings.map(({ key }) => key);
      findings = order.flatMap((key) => byKey.get(key) ?? []);
      if (keys !== null) {
        byKey.clear();
        for (const finding of findings) byKey.set(finding.key, finding);
      }
    }
    return { call, counts, findings };
  };
}

function isSame(one: Finding, other: Finding | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.title === other.title &&
    one.outcome === other.outcome &&
    one.severity === other.severity &&
    one.message === other.message &&
    one.at === other.at &&
    one.related.join('\n') === other.related.join('\n') &&
    one.setAside === other.setAside &&
    one.impliedBy === other.impliedBy &&
    one.clause.ref === other.clause.ref &&
    one.clause.text === other.clause.text &&
    one.compared?.left === other.compared?.left &&
    one.compared?.right === other.compared?.right &&
    one.compared?.difference === other.compared?.difference
  );
}
