import { useMemo } from 'react';
import type { Finding } from '../../../../shared/calls/finding.ts';
import { useFindingsAt } from '../../../draft/useFindings.ts';

/**
 * What the checks say of a row while it is looked at. That sources contradict each other and that nobody has looked
 * yet stands beside the fields already.
 */
export function useRowFindings(row: string): readonly Finding[] {
  const findings = useFindingsAt(`invoices[${row}]`);
  return useMemo(() => findings.filter(({ key }) => !OF_READINGS.test(key)), [findings]);
}

const OF_READINGS = /\/(?:readings|seen)#/;
