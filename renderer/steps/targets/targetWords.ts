import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Target, TargetGroup } from '../../../shared/calls/schema/direction.ts';
import { printNumber } from '../../../shared/documents/printValue.ts';
import type { DirectionChoice } from '../../../shared/entities/application.ts';
import type { QuotedClause } from '../../fields/ClauseButton.tsx';
import { clauseOf } from '../../fields/clauseOf.ts';

/** "≥ 50 户", "＜ 0.01%", "做到". */
export function thresholdWords({ kind, unit, atLeast, below }: Target): string {
  if (kind === 'yesNo') return '（做到）';
  const withUnit = (value: number) =>
    `${printNumber(value)}${/^[%‰℃°]/u.test(unit) || unit === '' ? '' : ' '}${unit}`;
  return [
    ...(atLeast === undefined ? [] : [`≥ ${withUnit(atLeast)}`]),
    ...(below === undefined ? [] : [`＜ ${withUnit(below)}`]),
  ]
    .map((words) => ` ${words}`)
    .join('，');
}

/** Whether a group of targets asks for only some of them: "下列 4 项中至少达到 2 项". */
export function groupWords({ n, of }: TargetGroup): string | null {
  return n === undefined || n >= of.length ? null : `下列 ${of.length} 项中至少达到 ${n} 项`;
}

/** Targets the chosen direction and scenarios ask for, part by part, each with what must be reached together. */
export type TargetPart = {
  readonly label: string;
  readonly clause: QuotedClause;
  readonly groups: readonly { readonly group: TargetGroup; readonly targets: readonly Target[] }[];
};

export function targetParts(call: Call, choice: DirectionChoice): readonly TargetPart[] {
  const { id, kindId, scenarioIds } = choice;
  const direction = call.directions.find((entry) => entry.id === id);
  if (direction === undefined) return [];
  const parts = [direction, ...direction.scenarios.filter((scenario) => scenarioIds.includes(scenario.id))];
  return parts
    .filter(({ targets }) => targets.length > 0)
    .map(({ label, clause, targets, reach }) => ({
      label,
      clause: clauseOf(call, reach[0]?.clause ?? clause),
      groups: reach
        .filter(({ exceptKinds }) => kindId === null || !exceptKinds.includes(kindId))
        .map((group) => ({ group, targets: targets.filter((target) => group.of.includes(target.id)) })),
    }));
}
