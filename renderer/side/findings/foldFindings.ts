import type { Finding } from '../../../shared/calls/finding.ts';
import { findingsByRule, ruleOf } from '../../../shared/calls/findingsByRule.ts';
import { findingState } from '../../../shared/calls/findingWords.ts';

/** What stands in the list: a finding, or the head of many of one rule. */
export type FindingItem =
  | { readonly kind: 'finding'; readonly key: string; readonly finding: Finding }
  | {
      readonly kind: 'fold';
      readonly key: string;
      readonly findings: readonly [Finding, ...Finding[]];
      /** Its findings follow it, one by one. */
      readonly open: boolean;
    };

/**
 * Findings as they are listed: where many rows break the same rule, one head stands for all of them until it is opened.
 * @param open keys of the heads that are
 */
export function foldFindings(
  findings: readonly Finding[],
  open: ReadonlySet<string>,
): readonly FindingItem[] {
  return findingsByRule(findings).flatMap((group): readonly FindingItem[] => {
    const [first, ...others] = group;
    if (others.length === 0) return [itemOf(first)];
    const key = `${ruleOf(first)} ${first.title} ${findingState(first)}`;
    const head: FindingItem = { kind: 'fold', key, findings: group, open: open.has(key) };
    return head.open ? [head, ...group.map(itemOf)] : [head];
  });
}

function itemOf(finding: Finding): FindingItem {
  return { kind: 'finding', key: finding.key, finding };
}
