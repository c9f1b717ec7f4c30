import path from 'node:path';
import { expect, test } from 'vitest';
import { loadCall, loadKnownCalls } from '../../../main/calls/loadCalls.ts';
import { fieldGroups, fieldsOnForm } from '../../../renderer/fields/fieldGroups.ts';

const [first] = loadKnownCalls().get('cq-iiot-2020-1') ?? [];
if (first === undefined) throw new Error('the first call is gone');
const secondFile = path.join(import.meta.dirname, '..', '..', 'fixtures', 'calls', 'zj-agri-2031.json');

test('fields the form prints under one label stand under that label', () => {
  const groups = fieldGroups(
    first,
    first.fields.filter(({ section }) => section === 'applicant'),
  );
  expect(groups.map(({ title, fields }) => [title, fields.length])).toEqual([
    [null, 7],
    ['企业上年经营状况', 4],
    [null, 1],
    ['企业智能化评估情况', 2],
  ]);
});

test('no field is lost and none comes twice, in either call', () => {
  const loaded = loadCall(secondFile);
  if (!loaded.ok) throw new Error('the second call does not load');
  for (const call of [first, loaded.call]) {
    const grouped = fieldGroups(call, call.fields).flatMap(({ fields }) => fields);
    expect(grouped).toEqual(call.fields);
  }
});

test('two fields of one name in one section are told apart by their group', () => {
  for (const section of first.sections) {
    const groups = fieldGroups(
      first,
      first.fields.filter((field) => field.section === section.id),
    );
    const names = groups.flatMap(({ title, fields }) => fields.map(({ label }) => `${title} ${label}`));
    expect(new Set(names).size).toBe(names.length);
  }
});

test('the form prints signature dates and answers above and below its table too', () => {
  const ids = fieldsOnForm(first);
  for (const id of ['applicant.name', 'project.summary', 'commitment.signedOn', 'form.filler'])
    expect(ids.has(id), id).toBe(true);
  expect(ids.has('commitment.confirmed')).toBe(false);
});
