import type { Finding } from '../../../shared/calls/finding.ts';
import { FINDING_WORDS, type FindingState, findingState } from '../../../shared/calls/findingWords.ts';
import { homeSection } from '../../../shared/calls/homeSection.ts';
import type { Call } from '../../../shared/calls/schema/call.ts';

/** What of the findings is looked at. */
export type FindingFilter = {
  /** `open`: everything that still asks for something. */
  readonly show: 'open' | FindingState;
  /** Id of a section; null for all. */
  readonly section: string | null;
  /** Words to be found in message, title, number or clause; all of them. */
  readonly text: string;
};

/** Findings shown under one heading. */
export type FindingGroup = {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly Finding[];
};

/** The states in the order of the list, gravest first. */
export const STATES: readonly FindingState[] = ['error', 'warning', 'hint', 'unknown', 'setAside', 'met'];

/** Findings that pass. What another finding asks for is not listed (nor counted) beside it. */
export function filterFindings(
  call: Call,
  findings: readonly Finding[],
  { show, section, text }: FindingFilter,
): readonly Finding[] {
  const words = plain(text).split(' ').filter(Boolean);
  return findings.filter((finding) => {
    if (finding.impliedBy !== null && finding.setAside === null) return false;
    const state = findingState(finding);
    if (show === 'open' ? state === 'met' || state === 'setAside' : state !== show) return false;
    if (section !== null && homeSection(call, finding.at) !== section) return false;
    if (words.length === 0) return true;
    const { id, title, message, clause, setAside } = finding;
    const told = plain([id, title, message, clause.ref, clause.text, setAside ?? ''].join('\n'));
    return words.every((word) => told.includes(word));
  });
}

/** How many findings each choice of `show` would leave, the other filters as they are. */
export function countByShow(
  call: Call,
  findings: readonly Finding[],
  filter: FindingFilter,
): Readonly<Record<FindingFilter['show'], number>> {
  const counts = { open: 0, error: 0, warning: 0, hint: 0, unknown: 0, setAside: 0, met: 0 };
  for (const state of STATES)
    counts[state] = filterFindings(call, findings, { ...filter, show: state }).length;
  counts.open = counts.error + counts.warning + counts.hint + counts.unknown;
  return counts;
}

/** Under the call's sections in their order, or under the states, gravest first; empty groups are left out. */
export function groupFindings(
  call: Call,
  findings: readonly Finding[],
  by: 'section' | 'severity',
): readonly FindingGroup[] {
  const heads =
    by === 'section'
      ? call.sections.map(({ id, title }) => ({ id, title }))
      : STATES.map((state) => ({ id: state as string, title: FINDING_WORDS[state] }));
  const held = new Map<string, Finding[]>(heads.map(({ id }) => [id, []]));
  for (const finding of findings)
    held.get(by === 'section' ? homeSection(call, finding.at) : findingState(finding))?.push(finding);
  return heads.flatMap(({ id, title }) => {
    const mine = held.get(id) ?? [];
    return mine.length === 0 ? [] : [{ id, title, findings: by === 'section' ? gravestFirst(mine) : mine }];
  });
}

/** Stable: findings of one state keep the order of the checks. */
function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return STATES.flatMap((state) => findings.filter((finding) => findingState(finding) === state));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
