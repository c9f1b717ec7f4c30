import type { Finding } from '../../../shared/calls/finding.ts';

/** The findings a golden case is about: those of one rule's key (its rows too), or of a whole requirement. */
export function findingsFor(findings: readonly Finding[], rule: string): readonly Finding[] {
  const byKey = findings.filter((finding) => finding.key === rule || finding.key.startsWith(`${rule}#`));
  return rule.includes('/') ? byKey : findings.filter((finding) => finding.id === rule);
}

/** The gravest of them in the tables' words; 不适用 when there is none. */
export function expectedWord(findings: readonly Finding[]): string {
  const unmet = findings.filter((finding) => finding.outcome === 'unmet');
  for (const [severity, word] of [
    ['error', '错误'],
    ['warning', '警告'],
    ['hint', '提示'],
  ] as const) {
    if (unmet.some((finding) => finding.severity === severity)) return word;
  }
  if (findings.some((finding) => finding.outcome === 'unknown')) return '待填';
  return findings.length === 0 ? '不适用' : '符合';
}
