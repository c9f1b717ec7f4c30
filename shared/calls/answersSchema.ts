import { z } from 'zod';
import { assertNever } from '../assertNever.ts';
import { Answers } from '../entities/answers.ts';
import { ROW_WORDS, SETTINGS_WORDS } from './rowWords.ts';
import type { Call } from './schema/call.ts';
import type { Direction } from './schema/direction.ts';
import type { Field } from './schema/field.ts';
import { statementFields } from './statementFields.ts';
import { wordedProperties } from './wordedSchema.ts';

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

/** Ids of a list's entries with their labels; of two that share an id the first is told. */
function oneOfIds(entries: readonly { readonly id: string; readonly label: string }[]): Json {
  const labels = Object.fromEntries(entries.toReversed().map(({ id, label }) => [id, label]));
  return { oneOf: entries.filter(first).map(({ id }) => ({ const: id, title: labels[id] })) };
}

function first(
  entry: { readonly id: string },
  index: number,
  all: readonly { readonly id: string }[],
): boolean {
  return all.findIndex(({ id }) => id === entry.id) === index;
}

const UNANSWERED = { id: '', label: '未填写' };

function directionSchema(call: Call, general: Json): Json {
  const of = (pick: (direction: Direction) => readonly { readonly id: string; readonly label: string }[]) =>
    call.directions.flatMap((direction) =>
      pick(direction).map(({ id, label }) => ({ id, label: `${direction.label}：${label}` })),
    );
  const contents = of((direction) => direction.contents);
  return {
    ...general,
    title: call.directionRequirement.label,
    properties: {
      id: orNull(oneOfIds(call.directions), call.directionRequirement.label),
      kindId: orNull(oneOfIds(of((direction) => direction.kinds)), '方向内的类别'),
      formIds: {
        type: 'array',
        title: '建设形式',
        items: oneOfIds(of(({ forms, kinds }) => [...forms, ...kinds.flatMap((kind) => kind.forms)])),
      },
      scenarioIds: {
        type: 'array',
        title: '应用场景',
        items: oneOfIds(of((direction) => direction.scenarios)),
      },
      contents: {
        type: 'object',
        title: '建设内容',
        description: 'true 为项目包含，false 为不包含，不写为尚未回答',
        additionalProperties: false,
        properties: Object.fromEntries(
          contents.map(({ id, label }) => [id, { type: 'boolean', title: label }]),
        ),
      },
    },
  };
}

/** The lists of rows, with the call's own categories and roles. */
function rowsSchema(call: Call, general: Json): Json {
  const category = { oneOf: oneOfIds([UNANSWERED, ...call.investment.categories]).oneOf, title: '投资类别' };
  const own: Readonly<Record<string, Json>> = {
    budget: { category },
    invoices: { category },
    consortium: { roles: { type: 'array', title: '成员类型', items: oneOfIds(call.memberRoles) } },
  };
  return Object.fromEntries(
    Object.entries(ROW_WORDS).map(([list, { fields }]) => {
      const worded = wordedProperties(general[list], fields);
      const items = worded.items as Json;
      const properties = { ...(items.properties as Json), ...own[list] };
      return [list, { ...worded, items: { ...items, properties } }];
    }),
  );
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
      direction: directionSchema(call, properties.direction as Json),
      ...rowsSchema(call, properties),
      settings: wordedProperties(properties.settings, SETTINGS_WORDS),
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
      statements: {
        type: 'object',
        description: '财务报表上的数字，与申报表核对，不打印；单位与申报表同一项相同。',
        additionalProperties: false,
        properties: Object.fromEntries(
          statementFields(call)
            .flatMap(({ fields }) => fields)
            .map((field) => [field.id, orNull(valueSchema(call, field), field.label)]),
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
