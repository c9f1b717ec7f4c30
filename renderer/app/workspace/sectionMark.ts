import { assertNever } from '../../../shared/assertNever.ts';
import type { SectionState } from '../../../shared/calls/sectionStates.ts';
import type { Mark } from '../StateMark.tsx';

/** The mark of a section's state; null until the checks have run. */
export function sectionMark(section: SectionState | undefined): Mark {
  if (section === undefined) return 'untouched';
  switch (section.state) {
    case 'untouched':
    case 'inProgress':
    case 'done':
      return section.state;
    case 'problems':
      return section.errors > 0 ? 'error' : 'warning';
    default:
      return assertNever(section.state);
  }
}

/** `错误 2，警告 1，待填 3`; empty when nothing is open. Hints are told in their place, not counted here. */
export function openInWords({ errors, warnings, unknown }: SectionState): string {
  const parts = [
    errors > 0 ? `错误 ${errors}` : '',
    warnings > 0 ? `警告 ${warnings}` : '',
    unknown > 0 ? `待填 ${unknown}` : '',
  ];
  return parts.filter(Boolean).join('，');
}
