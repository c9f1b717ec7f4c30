import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '../../shared/calls/evaluate.ts';
import type { Finding } from '../../shared/calls/finding.ts';
import { rulesOf } from '../../shared/calls/rulesOf.ts';
import { applyChange } from './golden/applyChange.ts';
import { baseApplication } from './golden/baseApplication.ts';
import { checksGuide } from './golden/checksGuide.ts';
import { firstCall } from './golden/firstCall.ts';
import { expectedWord, findingsFor } from './golden/outcomeOf.ts';
import { readTables } from './golden/readTables.ts';

const call = firstCall();
const { cases, impossible } = readTables();

test.each(call.directions.map((direction) => direction.label))(
  'the application the tables start from has no open finding in the direction %s',
  (label) => {
    const report = evaluate(call, baseApplication(call, label));
    const open = report.findings.filter((finding) => finding.outcome !== 'met');
    expect(open.map(({ key, outcome, message }) => `${key} ${outcome} ${message}`)).toEqual([]);
    expect(report.counts).toEqual({ error: 0, warning: 0, hint: 0, unknown: 0 });
  },
);

test.each(cases)('$place $rule $situation: $expected', ({ rule, base, change, expected, message }) => {
  const application = applyChange(call, baseApplication(call, base), change);
  const findings = findingsFor(evaluate(call, application).findings, rule);
  const said = (finding: Finding) => `${finding.outcome} ${finding.severity} ${finding.message}`;
  expect([expectedWord(findings), ...findings.map(said)]).toEqual([expected, ...findings.map(said)]);
  if (message !== '') expect(findings.map((finding) => finding.message).join('\n')).toContain(message);
});

const OUTCOMES: readonly (readonly [string, readonly string[]])[] = [
  ['符合', ['符合']],
  ['不符合', ['错误', '警告', '提示']],
  ['待填', ['待填']],
];

function lacking(told: readonly string[], id: string): readonly string[] {
  const excused = impossible.filter((entry) => entry.rule === id).map((entry) => entry.outcome);
  return OUTCOMES.filter(
    ([name, words]) => !excused.includes(name) && !words.some((word) => told.includes(word)),
  ).map(([name]) => `${id} ${name}`);
}

test('every id the call judges has a case for met, unmet and unknown, or a reason why it cannot', () => {
  const ids = [...new Set(rulesOf(call).map((rule) => rule.id))];
  const missing = ids.flatMap((id) =>
    lacking(
      cases.filter((entry) => entry.rule.split('/')[0] === id).map((entry) => entry.expected),
      id,
    ),
  );
  expect(missing).toEqual([]);
});

test('so has every single target, and every pair joined by or', () => {
  const keys = rulesOf(call)
    .filter((rule) => rule.at.startsWith('targets.'))
    .map((rule) => rule.key);
  expect(keys.length).toBeGreaterThanOrEqual(25);
  const missing = keys.flatMap((key) =>
    lacking(
      cases.filter((entry) => entry.rule === key).map((entry) => entry.expected),
      key,
    ),
  );
  expect(missing).toEqual([]);
});

test('no reason is kept for what has a case after all', () => {
  const needless = impossible.filter(({ rule, outcome }) => {
    const words = OUTCOMES.find(([name]) => name === outcome)?.[1] ?? [];
    return cases.some((entry) => entry.rule === rule && words.includes(entry.expected));
  });
  expect(needless).toEqual([]);
});

// Hundreds of whole evaluations: patience, not a measure.
test('docs/checks.md is what the tables and the program say today', { timeout: 60_000 }, () => {
  // The formatter pads tables; only the words count.
  const bare = (text: string) => text.replace(/[\s-]+/g, '');
  const guide = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'checks.md'), 'utf8');
  expect(bare(guide)).toBe(bare(checksGuide()));
});
