import path from 'node:path';
import { expect, test } from 'vitest';
import { loadCall, loadKnownCalls } from '../../main/calls/loadCalls.ts';
import type { Call } from '../../shared/calls/schema/call.ts';

const file = path.join(import.meta.dirname, '..', 'fixtures', 'calls', 'zj-agri-2031.json');

function second(): Call {
  const loaded = loadCall(file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.call;
}

function idsOf(call: Call): string[] {
  return [
    ...call.fields,
    ...call.directions,
    ...call.directions.flatMap((direction) => [
      ...direction.kinds,
      ...direction.targets,
      ...direction.contents,
      ...direction.scenarios,
    ]),
    ...call.constants.filter(({ id }) => id !== 'deadline'),
    ...call.investment.categories,
    ...call.attachments,
    ...call.seals,
    ...call.outline.flatMap((chapter) => [chapter, ...chapter.items]),
  ].map(({ id }) => id);
}

test('the second call holds and shares no id with the first', () => {
  const first = loadKnownCalls().get('cq-iiot-2020-1')?.[0];
  expect(first).toBeDefined();
  const taken = new Set(first === undefined ? [] : idsOf(first));
  expect(idsOf(second()).filter((id) => taken.has(id))).toEqual([]);
});

test('it is another kind of call: three directions, no consortium, money in 元, the plan before the form', () => {
  const call = second();
  expect(call.directions.map(({ id }) => id)).toEqual(['greenhouse', 'coldchain', 'seed']);
  expect(call.directions.every(({ consortium }) => consortium === null)).toBe(true);
  expect(call.memberRoles).toEqual([]);
  expect(call.fields.flatMap((field) => (field.type === 'money' ? [field.unit] : []))).toEqual([
    'yuan',
    'yuan',
    'yuan',
  ]);
  expect(call.parts.map(({ kind }) => kind)).toEqual(['cover', 'contents', 'plan', 'form', 'attachments']);
  expect(call.outline).toHaveLength(1);
  expect(call.form.columns).toBe(12);
});
