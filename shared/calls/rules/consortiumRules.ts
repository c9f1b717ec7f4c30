import type { Call } from '../schema/call.ts';
import type { Condition } from '../schema/condition.ts';
import type { Direction } from '../schema/direction.ts';
import type { Rule } from '../schema/rule.ts';

const SOMEBODY: Condition = { atLeast: [{ count: { of: 'consortium' } }, { value: 1 }] };

/** The consortium a direction asks for: who must be in it, how many at most, the signed agreement. */
export function consortiumRules(call: Call, { consortium }: Direction, when: Condition): readonly Rule[] {
  if (consortium === null) return [];
  const { requirement, clause, severity, roles, maxUnits, agreement } = consortium;
  const names = roles.map((id) => call.memberRoles.find((role) => role.id === id)?.label ?? id).join('、');
  const label = call.attachments.find((kind) => kind.id === agreement)?.label ?? agreement;
  const common = { id: requirement, clause, severity };
  return [
    {
      ...common,
      key: `${requirement}/roles`,
      title: '联合体成员',
      at: 'consortium',
      when,
      unknownWhen: { not: SOMEBODY },
      must: { all: roles.map((memberRole) => ({ memberRole })) },
      unmet: `联合体还缺少{names}，本方向要求联合${names}等共同申报，请登记相应成员。`,
      unknown: `请登记联合体各成员及其类型，其中应有${names}。`,
      met: `联合体中有${names}。`,
    },
    {
      ...common,
      key: `${requirement}/units`,
      title: '联合体单位数量',
      at: 'consortium',
      when: { all: [when, SOMEBODY] },
      must: { atMost: [{ count: { of: 'consortium' } }, { value: maxUnits }] },
      unmet: '联合体共 {left}，超过 {right}的上限，多出 {difference}，请调整联合体单位。',
      met: '联合体共 {left}，不超过 {right}。',
    },
    {
      ...common,
      key: `${requirement}/agreement`,
      title: `签订${label}`,
      at: `attachments.${agreement}`,
      when,
      unknownWhen: { not: { attached: agreement } },
      must: { attached: agreement },
      unmet: `还没有${label}，请把各方签订的${label}放入附件。`,
      unknown: `还没有${label}，请把各方签订的${label}放入附件。`,
      met: `${label}：{margin}。`,
    },
  ];
}
