import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { callJsonSchema } from '../../main/calls/callJsonSchema.ts';
import { knownProperties } from '../../main/calls/knownProperties.ts';
import { Clause } from '../../shared/calls/schema/basics.ts';
import { Call, Roles, Section, SectionContent } from '../../shared/calls/schema/call.ts';
import { Collection, Condition, DomainCheck, Operand } from '../../shared/calls/schema/condition.ts';
import { Direction } from '../../shared/calls/schema/direction.ts';
import { Field } from '../../shared/calls/schema/field.ts';
import { AttachmentKind, FormRow, Piece } from '../../shared/calls/schema/page.ts';
import { ROW_PATHS } from '../../shared/calls/schema/rowPaths.ts';
import { Rule } from '../../shared/calls/schema/rule.ts';

const guide = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'writing-a-call.md'), 'utf8');
const examples = [...guide.matchAll(/```json (\w+)\n([\s\S]*?)```/gu)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));

const SCHEMAS: Readonly<Record<string, ZodType>> = {
  clause: Clause,
  constant: Call.shape.constants.unwrap().element,
  field: Field,
  roles: Roles,
  section: Section,
  direction: Direction,
  attachment: AttachmentKind,
  row: FormRow,
  rule: Rule,
  condition: Condition,
  operand: Operand,
};

test.each(examples.filter(({ kind }) => kind !== 'text'))(
  'the guide’s $kind is right: $text',
  ({ kind, text }) => {
    const schema = SCHEMAS[kind];
    expect(schema, `“${kind}” is a kind of example`).toBeDefined();
    expect(schema?.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([]);
  },
);

/** First keys of the examples of a kind: the operators that are shown at work. */
const shown = (kind: string) =>
  new Set(
    examples
      .filter((one) => one.kind === kind)
      .flatMap(({ text }) => Object.keys(JSON.parse(text) as object)),
  );

test('every operator is explained with an example', () => {
  const operators = knownProperties(['rules', 0, 'must']);
  expect(operators.length).toBeGreaterThan(20);
  expect(operators.filter((name) => !shown('condition').has(name))).toEqual([]);
  const operands = knownProperties(['rules', 0, 'must', 'present']);
  expect(operands.length).toBeGreaterThan(12);
  expect(operands.filter((name) => !shown('operand').has(name))).toEqual([]);
});

test('every built-in check, part, field type, piece and row property is in the guide', () => {
  const words = [
    ...DomainCheck.options,
    ...SectionContent.options,
    ...Object.keys(Call.shape).filter((name) => name !== '$schema'),
    ...Field.options.map((option) => option.shape.type.value),
    ...Piece.options.flatMap((option) => Object.keys(option.shape)),
  ];
  expect(words.filter((word) => !guide.includes(`\`${word}\``) && !guide.includes(`"${word}"`))).toEqual([]);
  for (const table of Collection.options) {
    const row = guide.split('\n').find((line) => line.startsWith(`| \`${table}\` `)) ?? '';
    const missing = ROW_PATHS[table].filter((name) => name !== 'id' && !row.includes(`\`${name}\``));
    expect([table, missing]).toEqual([table, []]);
  }
});

test('the JSON Schema for editors is plain JSON and knows the parts of a call', () => {
  const schema = callJsonSchema();
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  expect(knownProperties([])).toEqual(Object.keys(Call.shape));
  expect(knownProperties(['fields', 3])).toEqual(
    expect.arrayContaining(['maxCharacters', 'freeText', 'hint']),
  );
});
