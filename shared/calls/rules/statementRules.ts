import type { Call } from '../schema/call.ts';
import type { Condition } from '../schema/condition.ts';
import type { Rule } from '../schema/rule.ts';
import { type Statement, statementFields } from '../statementFields.ts';

/** What two decimals of a 万元 round away: half a hundredth, in 分. */
const ROUNDING_FEN = 5_000;

/**
 * The form agrees with the financial statements, figure by figure, as soon as one of them was typed: nobody is asked
 * to type them, but who begins is told what is still missing.
 */
export function statementRules(call: Call): readonly Rule[] {
  return statementFields(call).flatMap((statement) => {
    const [first] = statement.fields;
    return [
      ...statement.fields.map((field) => agreement(statement, field)),
      ...(first === undefined ? [] : [completeness(statement, first.requirement)]),
    ];
  });
}

function agreement({ label, clause }: Statement, field: Statement['fields'][number]): Rule {
  const sides = [{ field: field.id }, { statement: field.id }] as const;
  const rounded = field.type === 'usd' || field.unit === 'wanyuan';
  const same: Condition = { equals: sides };
  const near: Condition = { atMost: [{ distance: sides }, { value: ROUNDING_FEN }] };
  return {
    id: field.requirement,
    key: `${field.requirement}/statement.${field.id}`,
    title: `${field.label}与${label}`,
    severity: 'warning',
    clause,
    at: field.id,
    when: { present: { statement: field.id } },
    must: rounded ? { any: [same, near] } : same,
    unmet: `申报表的“${field.label}”是 {left}，${label}是 {right}，相差 {difference}，请核对。`,
    unknown: `${label}的“${field.label}”已经录入，申报表还没有填，请填写。`,
    met: `“${field.label}”与${label}一致。`,
  };
}

function completeness({ kind, label, clause, fields }: Statement, id: string): Rule {
  const told = fields.map(({ id }): Condition => ({ present: { statement: id } }));
  return {
    id,
    key: `${id}/statement.${kind}`,
    title: `${label}的数字`,
    severity: 'hint',
    clause,
    at: `attachments.${kind}`,
    when: { any: told },
    unknownWhen: { not: { all: told } },
    must: { all: told },
    unmet: `${label}还有数字没有录入，录入后可与申报表逐项核对。`,
    unknown: `${label}还有数字没有录入，录入后可与申报表逐项核对。`,
    met: `${label}的 ${fields.length} 项数字都已录入。`,
  };
}
