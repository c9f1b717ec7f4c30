import type { Call } from '../schema/call.ts';
import type { Condition } from '../schema/condition.ts';
import type { Direction, DirectionKind } from '../schema/direction.ts';
import type { Rule } from '../schema/rule.ts';
import { consortiumRules } from './consortiumRules.ts';
import { targetRules } from './targetRules.ts';

/** What a direction asks: sub-kind, form, applicant, least investment, consortium, content, targets. */
export function directionRules(call: Call, direction: Direction): readonly Rule[] {
  const when: Condition = { direction: [direction.id] };
  return [
    ...kindRules(direction, when),
    ...demandRules(call, direction),
    ...formRules(direction, direction, when),
    ...direction.kinds.flatMap((kind) => formRules(direction, kind, { all: [when, { kind: [kind.id] }] })),
    ...consortiumRules(call, direction, when),
    ...contentRules(direction, when),
    ...scenarioRules(call, direction, when),
    ...targetRules(direction, direction.label, when),
    ...direction.scenarios.flatMap((scenario) =>
      targetRules(scenario, scenario.label, { all: [when, { scenario: scenario.id }] }),
    ),
  ];
}

function kindRules({ id, kinds, label, requirement, clause }: Direction, when: Condition): readonly Rule[] {
  if (kinds.length === 0) return [];
  const ask = `请选择“${label}”的类别：${kinds.map((kind) => kind.label).join('、')}。`;
  return [
    {
      id: requirement,
      key: `${requirement}/${id}.kind`,
      title: `${label}的类别`,
      severity: 'error',
      clause,
      at: 'direction',
      when,
      must: { kind: kinds.map((kind) => kind.id) },
      unmet: ask,
      unknown: ask,
    },
  ];
}

/** Who may apply and from which total on; a kind's own demands replace those of its direction. */
function demandRules(call: Call, direction: Direction): readonly Rule[] {
  const when: Condition = { direction: [direction.id] };
  const kinds = direction.kinds.map((kind) => withInherited(kind, direction));
  // Kinds that ask no more than their direction does need not be chosen for it to be judged.
  if (kinds.every((kind) => asksAlike(kind, direction))) return thresholds(call, direction, when);
  return kinds.flatMap((kind) => thresholds(call, kind, { all: [when, { kind: [kind.id] }] }));
}

type Demand = Omit<DirectionKind, 'forms'>;

/** What a kind does not say itself it takes over from its direction, severity included. */
function withInherited(kind: DirectionKind, direction: Direction): Demand {
  const { who, whoSeverity } = kind.who.length > 0 ? kind : direction;
  const { minimumTotalFen, minimumSeverity } = kind.minimumTotalFen === null ? direction : kind;
  return { ...kind, who, whoSeverity, minimumTotalFen, minimumSeverity };
}

function asksAlike(kind: Demand, direction: Demand): boolean {
  return (
    kind.minimumTotalFen === direction.minimumTotalFen &&
    kind.minimumSeverity === direction.minimumSeverity &&
    kind.who.join() === direction.who.join() &&
    kind.whoSeverity === direction.whoSeverity
  );
}

function thresholds(call: Call, demand: Demand, when: Condition): readonly Rule[] {
  const { requirement, clause, id, label, who, whoSeverity, minimumTotalFen, minimumSeverity } = demand;
  const { applicantKind, totalInvestment } = call.roles;
  const common = { id: requirement, clause, when };
  const rules: Rule[] = [];
  if (who.length > 0 && applicantKind !== null) {
    const names = who.map((entry) => call.applicantKinds.find((kind) => kind.id === entry)?.label ?? entry);
    rules.push({
      ...common,
      key: `${requirement}/${id}.who`,
      title: '申报主体',
      severity: whoSeverity,
      at: applicantKind,
      must: { oneOf: [{ field: applicantKind }, who] },
      unmet: `“${label}”由${names.join('、')}申报，申报单位登记的类型是“{left}”，请核对单位类型或改选方向。`,
      unknown: `请选择申报单位的类型，“${label}”由${names.join('、')}申报。`,
      met: `申报单位是{left}，符合“${label}”的申报主体要求。`,
    });
  }
  if (minimumTotalFen !== null && totalInvestment !== null) {
    rules.push({
      ...common,
      key: `${requirement}/${id}.total`,
      title: '项目总投资门槛',
      severity: minimumSeverity,
      at: totalInvestment,
      must: { atLeast: [{ field: totalInvestment }, { value: minimumTotalFen }] },
      unmet: `项目总投资 {left}，低于门槛 {right}，还差 {difference}（“${label}”）。`,
      unknown: `请填写项目总投资，才能与“${label}”的投资门槛比较。`,
      met: `项目总投资 {left}，{margin}（“${label}”）。`,
    });
  }
  return rules;
}

/** The clause's list of forms is open (…等), so that naming none is asked for, not an error. */
function formRules(
  direction: Direction,
  owner: Pick<DirectionKind, 'id' | 'forms' | 'requirement' | 'clause' | 'label'>,
  when: Condition,
): readonly Rule[] {
  const { forms, requirement, clause, id, label } = owner;
  if (forms.length === 0) return [];
  const names = forms.map((form) => form.label).join('、');
  const suffix = owner === direction ? '' : `.${id}`;
  return [
    {
      id: requirement,
      key: `${requirement}/${direction.id}${suffix}.form`,
      title: `${label}的建设形式`,
      severity: 'warning',
      clause,
      at: 'direction',
      when,
      must: { form: forms.map((form) => form.id) },
      unmet: `所选的建设形式不属于“${label}”，请从中选择：${names}。`,
      unknown: `请选择“${label}”的建设形式：${names}。`,
    },
  ];
}

function contentRules({ id, contents, label }: Direction, when: Condition): readonly Rule[] {
  return contents.map((content) => ({
    id: content.requirement,
    key: `${content.requirement}/${id}.${content.id}`,
    title: `建设内容：${content.label}`,
    severity: content.severity,
    clause: content.clause,
    at: `direction.contents.${content.id}`,
    when,
    must: { content: content.id },
    unmet: `建设内容没有包括“${content.label}”，“${label}”要求包括这一项。`,
    unknown: `请确认建设内容是否包括“${content.label}”。`,
    met: `建设内容包括“${content.label}”。`,
  }));
}

/** One or more scenarios have to be chosen, unless the call words that in a rule of its own. */
function scenarioRules(call: Call, direction: Direction, when: Condition): readonly Rule[] {
  const [first] = direction.scenarios;
  if (first === undefined || call.rules.some((rule) => 'anyScenario' in rule.must)) return [];
  const requirement = first.requirement.replace(/\.\d+$/, '');
  const ask = `请在${direction.scenarios.length}个应用场景中至少选择一个。`;
  return [
    {
      id: requirement,
      key: `${requirement}/${direction.id}.scenarios`,
      title: '应用场景',
      severity: 'error',
      clause: direction.clause,
      at: 'direction.scenarioIds',
      when,
      unknownWhen: { not: { anyScenario: true } },
      must: { anyScenario: true },
      unmet: ask,
      unknown: ask,
    },
  ];
}
