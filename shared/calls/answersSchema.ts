import { z } from 'zod';
import { assertNever } from '../assertNever.ts';
import { Answers } from '../entities/answers.ts';
import type { Call } from './schema/call.ts';
import type { Field } from './schema/field.ts';

type Json = Record<string, unknown>;

function valueSchema(call: Call, field: Field): Json {
  switch (field.type) {
    case 'text':
    case 'code':
    case 'phone':
    case 'mobile':
      return { type: 'string' };
    case 'money':
      return { type: 'integer', description: '单位：分（1 万元 = 1000000）' };
    case 'usd':
      return { type: 'integer', description: '单位：美分（1 万美元 = 1000000）' };
    case 'percent':
      return { type: 'number', minimum: field.min, maximum: field.max, description: '单位：%' };
    case 'number':
      return { type: 'number', ...(field.unit === '' ? {} : { description: `单位：${field.unit}` }) };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'month':
      return { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: '写作 2020-02' };
    case 'choice': {
      const choices = call.lists[field.list] ?? [];
      const described = choices.map((choice) => ({ const: choice.id, title: choice.label }));
      return field.freeText ? { anyOf: [...described, { type: 'string' }] } : { oneOf: described };
    }
    case 'yesNo':
      return { type: 'boolean', ...(field.declaration === '' ? {} : { description: field.declaration }) };
    default:
      return assertNever(field);
  }
}

function orNull(schema: Json, title: string): Json {
  return { title, anyOf: [schema, { type: 'null' }] };
}

function idsWithLabels(entries: readonly { readonly id: string; readonly label: string }[]): Json {
  return { oneOf: entries.map(({ id, label }) => ({ const: id, title: label })) };
}

/**
 * JSON Schema (draft 2020-12) of an answers file for one call: the general shape of an application,
 * with the call's own fields, directions, targets and outline items spelled out, each with its unit.
 */
export function answersSchema(call: Call): Json {
  const general = z.toJSONSchema(Answers, { io: 'input' });
  const targets = call.directions.flatMap((direction) => [
    ...direction.targets,
    ...direction.scenarios.flatMap((scenario) => scenario.targets),
  ]);
  const items = call.outline.flatMap((chapter) => chapter.items);
  const properties = general.properties ?? {};
  return {
    ...general,
    title: `${call.identity.name}：申报答案`,
    description: '未填写的项目留空或写 null。金额一律为整数，单位为分；日期写作 2020-02-10。',
    properties: {
      ...properties,
      call: {
        type: 'object',
        required: ['id', 'revision'],
        additionalProperties: false,
        properties: { id: { const: call.id }, revision: { const: call.revision } },
      },
      answers: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          call.fields.map((field) => [field.id, orNull(valueSchema(call, field), field.label)]),
        ),
      },
      direction: {
        ...(properties.direction as Json),
        properties: {
          ...((properties.direction as Json).properties as Json),
          id: orNull(idsWithLabels(call.directions), call.directionRequirement.label),
        },
      },
      targets: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          targets.map((target) => [
            target.id,
            orNull(
              { type: target.kind === 'yesNo' ? 'boolean' : 'number' },
              target.unit === '' ? target.label : `${target.label}（${target.unit}）`,
            ),
          ]),
        ),
      },
      plan: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          items.map((item) => [
            item.id,
            { ...planText(properties.plan), title: `${item.number}${item.title}` },
          ]),
        ),
      },
    },
  };
}

function planText(plan: unknown): Json {
  const inner = (plan as { additionalProperties?: unknown } | undefined)?.additionalProperties;
  return typeof inner === 'object' && inner !== null ? (inner as Json) : {};
}
