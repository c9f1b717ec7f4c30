import type { FindingState } from '../../../shared/calls/findingWords.ts';
import { findingState } from '../../../shared/calls/findingWords.ts';
import type { Pair } from '../../../shared/reconciliation/pairsOf.ts';
import { figureUnit, printFigure } from '../../../shared/reconciliation/printFigure.ts';

/** How a pair is marked: as its finding, or where the call asks for nothing, by its figures. */
export function pairState({ finding, state }: Pair): FindingState {
  if (finding !== null) return findingState(finding);
  return state === 'met' ? 'met' : state === 'unknown' ? 'unknown' : 'hint';
}

/** What lies between the two figures, in words: 一致, 申报表多 5.00 万元, 待填. */
export function residualWords({ difference, left, relation }: Pair): string {
  if (difference === null) return '待填';
  const { difference: unit } = figureUnit(left.kind);
  const gap = `${printFigure(left.kind, Math.abs(difference))} ${unit}`;
  switch (relation) {
    case 'equal':
      return difference === 0 ? '一致' : `${left.source}${difference > 0 ? '多' : '少'} ${gap}`;
    case 'atMost':
      if (difference === 0) return '正好相等';
      return difference < 0 ? `余 ${gap}` : `超出 ${gap}`;
    case 'near':
      return difference === 0 ? '一致' : `相差 ${gap}`;
  }
}

/** Whether the pair asks to be looked into. */
export function isResidual(pair: Pair): boolean {
  const state = pairState(pair);
  return state === 'error' || state === 'warning' || state === 'hint';
}
