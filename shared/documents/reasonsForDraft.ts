import type { CheckReport } from '../calls/finding.ts';

/** Why a package can only be 草稿 by its checks; empty when nothing of level error is open. */
export function reasonsForDraft(report: CheckReport): string[] {
  const open = report.findings.filter(
    ({ severity, outcome, impliedBy }) => severity === 'error' && outcome !== 'met' && impliedBy === null,
  );
  const wrong = open.filter((finding) => finding.outcome === 'unmet').length;
  const missing = open.length - wrong;
  return [
    ...(wrong > 0 ? [`有 ${wrong} 项错误尚未改正`] : []),
    ...(missing > 0 ? [`有 ${missing} 项必需的内容待填`] : []),
  ];
}
