import type { Call } from '../../../shared/calls/schema/call.ts';
import type { Direction } from '../../../shared/calls/schema/direction.ts';
import type { DirectionChoice } from '../../../shared/entities/application.ts';
import { demandsOf } from './directionDemands.ts';

/** The choice a change of direction makes: what stood inside the old one does not belong to the new one. */
export function choiceOf(direction: string): DirectionChoice {
  return { id: direction, kindId: null, formIds: [], scenarioIds: [], contents: {} };
}

/** What changes when another direction is taken, line by line; answers elsewhere all stay. */
export function changeWords(call: Call, before: DirectionChoice, after: Direction): readonly string[] {
  const old = call.directions.find(({ id }) => id === before.id);
  if (old === undefined || old.id === after.id) return [];
  const inside = [
    ...old.kinds.filter(({ id }) => id === before.kindId).map(({ label }) => label),
    ...[...old.forms, ...old.kinds.flatMap(({ forms }) => forms)]
      .filter(({ id }) => before.formIds.includes(id))
      .map(({ label }) => label),
    ...old.scenarios.filter(({ id }) => before.scenarioIds.includes(id)).map(({ label }) => label),
  ];
  const words = (direction: Direction, name: string) =>
    demandsOf(call, direction)
      .filter((demand) => demand.name === name)
      .map((demand) => demand.words)
      .join('；') || '无';
  const changed = ['谁可以申报', '项目总投资', '联合体', '必交附件'].flatMap((name) => {
    const [from, to] = [words(old, name), words(after, name)];
    return from === to ? [] : [`${name}：原来是“${from}”，现在是“${to}”。`];
  });
  return [
    ...(inside.length === 0
      ? []
      : [`“${old.label}”里选的${inside.map((label) => `“${label}”`).join('、')}不再适用。`]),
    ...changed,
    ...(old.targets.length + old.scenarios.length + after.targets.length + after.scenarios.length === 0
      ? []
      : ['预期目标换成这个方向的；原来填的目标值留着，换回来还在。']),
  ];
}
