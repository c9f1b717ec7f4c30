import type { Call } from '../schema/call.ts';
import type { Condition } from '../schema/condition.ts';
import type { Field } from '../schema/field.ts';
import type { Rule } from '../schema/rule.ts';

/** An answer that is asked for, and its shape: days that exist, listed choices, codes that check. */
export function fieldRules(call: Call, field: Field): readonly Rule[] {
  const judged = call.rules.some(
    (rule) => rule.id === field.requirement && rule.at === field.id && rule.when === undefined,
  );
  const { validity } = field;
  const rules: Rule[] = [];
  const present: Condition = { present: { field: field.id } };
  const wellFormed: Condition = { wellFormed: field.id };
  const own = {
    ...base(field),
    id: field.requirement,
    key: `${field.requirement}/${field.id}`,
    severity: 'error',
    clause: field.clause,
  } as const;
  if (judged) {
    // A rule of the call answers for this very field under the same id; only a wrong shape is news.
    rules.push({ ...own, when: { all: [present, { not: wellFormed }] }, must: wellFormed });
  } else if (validity === undefined) {
    rules.push({ ...own, ...(field.required ? {} : { when: present }), must: wellFormed });
  } else if (field.required) {
    rules.push({ ...own, unknownWhen: { not: present }, must: present });
  }
  if (validity !== undefined) {
    rules.push({
      ...base(field),
      id: validity.requirement,
      key: `${validity.requirement}/${field.id}`,
      title: `${field.label}的写法`,
      severity: validity.severity,
      clause: validity.clause,
      ...(field.required ? {} : { when: present }),
      must: wellFormed,
      unknown: `“${field.label}”还没有填写，暂时无法核对。`,
    });
  }
  return rules;
}

function base(field: Field): Pick<Rule, 'title' | 'at' | 'unmet' | 'unknown' | 'met'> {
  return {
    title: field.label,
    at: field.id,
    unmet: `“${field.label}”：{detail}。`,
    unknown: `请${verb(field)}“${field.label}”。`,
    met: `“${field.label}”已填写。`,
  };
}

function verb(field: Field): string {
  if (field.type === 'choice') return '选择';
  return field.type === 'yesNo' ? '确认' : '填写';
}
