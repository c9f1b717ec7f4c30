import type { Condition } from '../schema/condition.ts';
import type { Target, TargetGroup } from '../schema/direction.ts';
import type { Rule } from '../schema/rule.ts';

/** Expected targets: one rule a target, or one for a group of which only some must be reached. */
export function targetRules(
  { targets, reach }: { readonly targets: readonly Target[]; readonly reach: readonly TargetGroup[] },
  owner: string,
  when: Condition,
): readonly Rule[] {
  return reach.flatMap((group) => {
    const members = group.of.flatMap((id) => targets.find((target) => target.id === id) ?? []);
    const applies: Condition =
      group.exceptKinds.length === 0 ? when : { all: [when, { not: { kind: group.exceptKinds } }] };
    const n = group.n ?? members.length;
    return n >= members.length
      ? members.map((target) => single(group, target, owner, applies))
      : choice(group, members, n, owner, applies);
  });
}

function single(group: TargetGroup, target: Target, owner: string, when: Condition): Rule {
  const demand = demandOf(target);
  return {
    id: group.requirement,
    key: `${group.requirement}/${target.id}`,
    title: `${owner}：${target.label}`,
    severity: group.severity,
    clause: group.clause,
    at: `targets.${target.id}`,
    when,
    unknownWhen: { not: { present: { target: target.id } } },
    must: reached(target),
    unmet: unmetText(target, owner),
    unknown: `请填写“${owner}”的预期目标：${target.label}${demand === '' ? '' : `（要求${demand}）`}。`,
  };
}

function choice(
  group: TargetGroup,
  targets: readonly Target[],
  n: number,
  owner: string,
  when: Condition,
): readonly Rule[] {
  const [first] = targets;
  if (first === undefined) return [];
  const list = targets.map((target) => `${target.label}${demandOf(target)}`).join(n === 1 ? '，或' : '；');
  return [
    {
      id: group.requirement,
      key: `${group.requirement}/${first.id}.any`,
      title: `${owner}：${targets.map((target) => target.label).join(n === 1 ? '或' : '、')}`,
      severity: group.severity,
      clause: group.clause,
      at: `targets.${first.id}`,
      when,
      must: { atLeastOf: { n, of: targets.map(reached) } },
      unmet: `“${owner}”的预期目标至少达到 ${n} 项，现在达到 {left}：${list}。`,
      unknown: `请填写“${owner}”的预期目标，至少达到 ${n} 项：${list}。`,
      met: `“${owner}”的预期目标已达到 {left}（要求至少 ${n} 项）。`,
    },
  ];
}

function reached({ id, kind, atLeast, below }: Target): Condition {
  if (kind === 'yesNo') return { equals: [{ target: id }, { value: true }] };
  const bounds: Condition[] = [];
  if (atLeast !== undefined) bounds.push({ atLeast: [{ target: id }, { value: atLeast }] });
  if (below !== undefined) bounds.push({ below: [{ target: id }, { value: below }] });
  const [only] = bounds;
  if (only === undefined) return { present: { target: id } };
  return bounds.length === 1 ? only : { all: bounds };
}

/** "50 户以上", "低于 0.01%". */
function demandOf({ kind, unit, atLeast, below }: Target): string {
  if (kind === 'yesNo') return '做到';
  const spaced = unit === '' || unit.startsWith('%') ? unit : ` ${unit}`;
  return [
    ...(atLeast === undefined ? [] : [` ${atLeast}${spaced}以上`]),
    ...(below === undefined ? [] : [`低于 ${below}${spaced}`]),
  ].join('且');
}

function unmetText(target: Target, owner: string): string {
  const name = `“${owner}”的预期目标${target.label}`;
  if (target.kind === 'yesNo') return `${name}：要求做到，填写的是“{left}”，请核对。`;
  if (target.atLeast !== undefined && target.below === undefined) {
    return `${name} {left}，低于要求的 {right}，还差 {difference}。`;
  }
  return target.atLeast === undefined
    ? `${name} {left}，要求低于 {right}。`
    : `${name} {left}，要求${demandOf(target)}。`;
}
