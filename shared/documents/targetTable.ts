import type { Call } from '../calls/schema/call.ts';
import type { Target, TargetGroup } from '../calls/schema/direction.ts';
import type { Application } from '../entities/application.ts';
import type { Block, Row } from './block.ts';
import { cell, headRow, paragraph, row } from './blockBuilders.ts';
import { chosenDirection } from './directionText.ts';
import { printNumber } from './printValue.ts';

interface Part {
  readonly label: string;
  readonly targets: readonly Target[];
  readonly reach: readonly TargetGroup[];
}

type TargetValue = Application['targets'][string];

/** Units such as % follow their number directly, words after a space. */
function withUnit(value: number, unit: string): string {
  return unit === '' ? printNumber(value) : `${printNumber(value)}${/^[%‰℃°]/.test(unit) ? '' : ' '}${unit}`;
}

function thresholdText(target: Target): string {
  if (target.kind === 'yesNo') return '须形成';
  const bounds = [
    ...(target.atLeast === undefined ? [] : [`${withUnit(target.atLeast, target.unit)}以上（含）`]),
    ...(target.below === undefined ? [] : [`低于 ${withUnit(target.below, target.unit)}`]),
  ];
  return bounds.join('，');
}

function demandText(target: Target, { reach }: Part, kindId: string | null): string {
  const group = reach.find(({ of }) => of.includes(target.id));
  if (group === undefined) return thresholdText(target);
  if (kindId !== null && group.exceptKinds.includes(kindId)) return '不要求';
  const { n, of } = group;
  return n === undefined || n >= of.length
    ? thresholdText(target)
    : `${thresholdText(target)}\n（${of.length} 项中至少达到 ${n} 项）`;
}

function valueText(target: Target, value: TargetValue | undefined): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'number' ? withUnit(value, target.unit) : '';
}

/** Whether a value reaches its target; null when there is none to judge. */
export function reachesTarget(target: Target, value: TargetValue | undefined): boolean | null {
  if (target.kind === 'yesNo') return typeof value === 'boolean' ? value : null;
  if (typeof value !== 'number') return null;
  return (
    (target.atLeast === undefined || value >= target.atLeast) &&
    (target.below === undefined || value < target.below)
  );
}

function rowsOf(part: Part, application: Application): Row[] {
  return part.targets.map((target) => {
    const value = application.targets[target.id];
    const reached = reachesTarget(target, value);
    return row([
      cell(part.label),
      cell(target.label),
      cell(demandText(target, part, application.direction.kindId), { align: 'center' }),
      cell(valueText(target, value), { align: 'center' }),
      cell(reached === null ? '' : reached ? '达到' : '未达到', { align: 'center' }),
    ]);
  });
}

/** 预期目标 of the chosen direction and scenarios: what the call demands, what the project sets itself. */
export function targetTable(call: Call, application: Application): Block[] {
  const chosen = chosenDirection(call, application);
  if (chosen === null) return [];
  const rows = [chosen.direction, ...chosen.scenarios].flatMap((part) => rowsOf(part, application));
  if (rows.length === 0) return [];
  return [
    paragraph('tableCaption', '预期目标表', 'center'),
    {
      type: 'table',
      anchor: 'targets',
      style: 'data',
      columns: [6, 8, 7, 5, 4],
      head: [headRow(['方向或场景', '指标', '通知要求', '预期值', '对照结果'])],
      rows,
      size: 'normal',
    },
  ];
}
