import type { RawFinding } from '../judgeRule.ts';
import type { Call } from '../schema/call.ts';

const GRAVITY = { error: 0, warning: 1, hint: 2 } as const;

/**
 * Findings that are unknown only because of gaps another finding asks to fill, by key, with that
 * finding's key: one thing that lacks is counted once. A leader is never milder than what it stands for.
 */
export function impliedBy(call: Call, open: readonly RawFinding[]): ReadonlyMap<string, string> {
  const own = new Map([
    ...call.fields.map(({ id, requirement }) => [id, `${requirement}/${id}`] as const),
    ...call.attachments.map(({ id, requirement }) => [`attachments.${id}`, `${requirement}/${id}`] as const),
  ]);
  const leaders = new Map<string, { readonly key: string; readonly rank: readonly number[] }>();
  for (const finding of open) {
    for (const gap of finding.gaps) {
      const rank = rankOf(finding, gap, own.get(gap));
      const before = leaders.get(gap);
      if (before === undefined || precedes(rank, before.rank)) leaders.set(gap, { key: finding.key, rank });
    }
  }
  const implied = new Map<string, string>();
  for (const { key, gaps } of open) {
    const asked = gaps.map((gap) => leaders.get(gap)?.key ?? key);
    const [leader] = asked;
    if (leader !== undefined && !asked.includes(key)) implied.set(key, leader);
  }
  return implied;
}

/** Smaller leads: graver, then the rule of the thing itself, then one that asks for it, then what stands there. */
function rankOf(finding: RawFinding, gap: string, own: string | undefined): readonly number[] {
  return [
    GRAVITY[finding.severity],
    finding.key === own ? 0 : 1,
    finding.asks ? 0 : 1,
    finding.at === gap ? 0 : 1,
    finding.gaps.length,
  ];
}

function precedes(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
