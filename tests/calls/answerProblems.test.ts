import { describe, expect, test } from 'vitest';
import { answerProblems } from '../../shared/calls/answerProblems.ts';
import { isOfType } from '../../shared/calls/operators/answerShape.ts';
import type { Field } from '../../shared/calls/schema/field.ts';
import { baseApplication } from './golden/baseApplication.ts';
import { firstCall } from './golden/firstCall.ts';

const call = firstCall();
const base = baseApplication(call, '5G+工业互联网应用');

const VALUES = [
  '文字',
  '',
  '2020-02-10',
  '2020-02-30',
  '2020-02',
  '2020-13',
  12,
  12.5,
  -1,
  1e300,
  true,
  false,
];

/** One field of every type the call has; of choices one that takes only what is listed. */
const fields: readonly Field[] = [
  ...new Map(
    call.fields
      .filter((field) => field.type !== 'choice' || !field.freeText)
      .map((field) => [field.type, field]),
  ).values(),
];

const refused = (field: Field, value: string | number | boolean): readonly string[] =>
  answerProblems(call, { ...base, answers: { [field.id]: value } }).map(({ message }) => message);

describe('an answers file is refused for just the values the checks would not take for an answer', () => {
  test.each(fields.map((field) => [field.type, field] as const))('%s', (type, field) => {
    for (const value of VALUES) {
      const messages = refused(field, value);
      if (isOfType(field, value) && type !== 'choice') expect([value, messages]).toEqual([value, []]);
      else expect([value, messages.length]).toEqual([value, 1]);
    }
  });
});

test('the words say what is wanted instead', () => {
  const said = (type: Field['type'], value: string | number | boolean) =>
    fields.filter((field) => field.type === type).flatMap((field) => refused(field, value));
  expect(said('money', 12.5)).toEqual([expect.stringContaining('应为整数，单位为分')]);
  expect(said('date', '2020-02-30')).toEqual([expect.stringContaining('写作 2020-02-10')]);
  expect(said('yesNo', 1)).toEqual([expect.stringContaining('true（是）')]);
  expect(said('choice', 3)).toEqual([expect.stringContaining('应为选项编号')]);
  expect(said('choice', '没有这个')).toEqual([expect.stringContaining('没有选项“没有这个”')]);
});
