import type { CheckReport } from '../calls/finding.ts';
import { isOpen } from '../calls/isOpen.ts';

/** Why a package can only be 草稿 by its checks; empty when nothing of level error is open. */
export function reasonsForDraft(report: CheckReport): string[] {
  const open = report.findings.filter(
    ({ severity, outcome, impliedBy }) => severity === 'error' && outcome !== 'met' && impliedBy === null,
  );
  const wrong = open.filter((finding) => finding.outcome === 'unmet').length;
  const missing = open.length - wrong;
  // The window counts what may stay empty as well; who compares the two numbers is told why they differ.
  const asked = report.findings.filter((finding) => isOpen(finding) && finding.outcome === 'unknown').length;
  const all = asked > missing ? `（待填共 ${asked} 项，其余不影响定稿）` : '';
  return [
    ...(wrong > 0 ? [`有 ${wrong} 项错误尚未改正`] : []),
    ...(missing > 0 ? [`有 ${missing} 项必需的内容待填${all}`] : []),
  ];
}
