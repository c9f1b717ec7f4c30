import type { Finding } from './finding.ts';

/** What a finding is to the user: its outcome, its severity where it is unmet, and whether it was set aside. */
export type FindingState = 'error' | 'warning' | 'hint' | 'unknown' | 'setAside' | 'met';

/** The states in the window's words, gravest first. */
export const FINDING_WORDS: Readonly<Record<FindingState, string>> = {
  error: '错误',
  warning: '警告',
  hint: '提示',
  unknown: '待填',
  setAside: '已搁置',
  met: '已符合',
};

/** The one state a finding is shown in. */
export function findingState({
  outcome,
  severity,
  setAside,
}: Pick<Finding, 'outcome' | 'severity' | 'setAside'>): FindingState {
  if (outcome === 'met') return 'met';
  if (setAside !== null) return 'setAside';
  return outcome === 'unknown' ? 'unknown' : severity;
}
