import type { CheckReport, Finding } from './finding.ts';
import { oncePerCall } from './oncePerCall.ts';
import { rulesOf } from './rulesOf.ts';
import type { Call } from './schema/call.ts';
import type { Condition, Operand } from './schema/condition.ts';

/** How far a figure lies from a bound the call sets; figure and bound as the user reads them. */
export interface FigureMargin {
  readonly finding: Finding;
  readonly figure: string;
  readonly bound: string;
  /** 以上, 高于, 以内 or 低于: which side of the bound is asked for. */
  readonly relation: Relation;
  /** 余 12.40 万元, 还差 8 户, 超出 2 个月 */
  readonly margin: string;
}

type Relation = 'atLeast' | 'above' | 'atMost' | 'below';

/**
 * Every figure that is told and has a bound in this application, in the order of the report: thresholds, targets,
 * tolerances. Bounds on how many rows there are are left out: they only ask for a table to be begun.
 */
export function figureMargins(call: Call, report: CheckReport): readonly FigureMargin[] {
  const bounded = boundedRules(call);
  return report.findings.flatMap((finding): FigureMargin[] => {
    const relation = bounded.get(finding.key);
    const { compared, outcome } = finding;
    if (relation === undefined || outcome === 'unknown' || compared === null || compared.difference === null)
      return [];
    const { left, right, difference } = compared;
    const margin = marginWords(relation, outcome === 'met', difference);
    return [{ finding, figure: left, bound: right, relation, margin }];
  });
}

const boundedRules = oncePerCall((call): ReadonlyMap<string, Relation> => {
  const bounded = new Map<string, Relation>();
  for (const { key, must, forEach } of rulesOf(call)) {
    const relation = forEach === undefined ? relationOf(must) : null;
    if (relation !== null) bounded.set(key, relation);
  }
  return bounded;
});

function relationOf(must: Condition): Relation | null {
  if ('atLeast' in must) return countsRows(must.atLeast) ? null : 'atLeast';
  if ('above' in must) return countsRows(must.above) ? null : 'above';
  if ('atMost' in must) return countsRows(must.atMost) ? null : 'atMost';
  if ('below' in must) return countsRows(must.below) ? null : 'below';
  return null;
}

function countsRows([figure]: readonly [Operand, Operand]): boolean {
  return 'count' in figure;
}

function marginWords(relation: Relation, met: boolean, difference: string): string {
  const none = !/[1-9]/.test(difference);
  const floor = relation === 'atLeast' || relation === 'above';
  if (met) return none ? '正好达到' : `余 ${difference}`;
  if (none) return floor ? '正好在门槛上，还不够' : '正好在上限上，已不符合';
  return floor ? `还差 ${difference}` : `超出 ${difference}`;
}
