import { expect, test } from 'vitest';
import { evaluate } from '../../shared/calls/evaluate.ts';
import { baseApplication } from './golden/baseApplication.ts';
import { firstCall } from './golden/firstCall.ts';

const call = firstCall();
const application = baseApplication(call, '5G+工业互联网应用');
const files = application.attachments.length;

/** What is said of the resolution of the files, all of 200 dpi, when the call asks for so much. */
function saidWhenLeast(dpi: number): readonly string[] {
  const constants = call.constants.map((one) => (one.id === 'least-dpi' ? { ...one, value: dpi } : one));
  return evaluate({ ...call, constants }, application)
    .findings.filter(({ key, outcome }) => key.startsWith('H11/resolution') && outcome !== 'met')
    .map(({ message }) => message);
}

test('how fine a scan must be is a figure of the call', () => {
  expect(saidWhenLeast(200)).toEqual([]);
  const said = saidWhenLeast(250);
  expect(said).toHaveLength(files);
  expect(said[0]).toContain('只有 200 dpi');
  expect(said[0]).toContain('250 dpi 以上');
});

test('a call that does not ask says nothing', () => {
  const rules = call.rules.filter(({ key }) => key !== 'H11/resolution');
  const keys = evaluate({ ...call, rules }, application).findings.map(({ key }) => key);
  expect(keys.filter((key) => key.startsWith('H11/resolution'))).toEqual([]);
});
