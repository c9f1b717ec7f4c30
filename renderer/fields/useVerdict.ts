import type { Finding } from '../../shared/calls/finding.ts';
import { useFindingsAt, useReport } from '../draft/useFindings.ts';
import { type Tone, toneOf } from './Verdict.tsx';

const ORDER: readonly Tone[] = ['error', 'warning', 'hint', 'unknown', 'met'];

/**
 * What is said of a place: its open findings, worst first; without any, a threshold that is met, with its margin.
 * `unread`: words that could not be read are explained by the control itself, not also by the check of the shape.
 */
export function useVerdict(at: string, unread: boolean): readonly Finding[] {
  const open = useFindingsAt(at);
  const report = useReport();
  if (open.length === 0)
    return report.filter((one) => one.at === at && one.outcome === 'met' && one.compared?.difference != null);
  return open
    .filter(({ key, outcome }) => !(unread && outcome === 'unmet' && key.endsWith(`/${at}`)))
    .toSorted((a, b) => ORDER.indexOf(toneOf(a)) - ORDER.indexOf(toneOf(b)));
}
