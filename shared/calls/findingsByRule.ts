import type { Finding } from './finding.ts';
import { findingState } from './findingWords.ts';

/** So many rows of one rule are still told one by one; more are told together. */
export const TOLD_SINGLY = 3;

/** The rule a finding comes from, by its key: that of all its rows. */
export function ruleOf({ key }: Pick<Finding, 'key'>): string {
  return key.split('#', 1)[0] ?? key;
}

/**
 * Findings of the same rule that ask the same (title and state) together, in the order of the first of each; few of
 * them stay by themselves. Every finding is in exactly one group.
 */
export function findingsByRule(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const name = `${ruleOf(finding)}\n${finding.title}\n${findingState(finding)}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((group): readonly [Finding, ...Finding[]][] =>
    group.length > TOLD_SINGLY ? [group] : group.map((finding) => [finding]),
  );
}
