import path from 'node:path';
import { expect, test } from 'vitest';
import { loadCall, loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { evaluate } from '../../shared/calls/evaluate.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { sectionOf } from '../../shared/calls/sectionOf.ts';
import { compose } from '../../shared/documents/compose.ts';
import { Application } from '../../shared/entities/application.ts';

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

/** A greenhouse too small, too short, with too little money of its own. */
const application = Application.parse({
  call: { id: 'zj-agri-2031', revision: 3 },
  answers: {
    'org.title': '示例家庭农场',
    'org.kind': 'farm',
    'org.county': 'east',
    'org.blacklisted': false,
    'work.title': '示例数字温室',
    'work.begin': '2030-09',
    'work.finish': '2031-01',
    'work.spendFen': 70_000_000,
    'work.ownFen': 42_000_000,
    'oath.agreed': true,
  },
  direction: { id: 'greenhouse', kindId: 'glass' },
  targets: { 'greenhouse.area': 19.5, 'greenhouse.water': 10, 'greenhouse.fertiliser': 15 },
  budget: [{ id: 'b1', category: 'facility', item: '温室', amountFen: 60_000_000 }],
});

test('it is judged by its own rules, thresholds and severities', () => {
  const { findings } = evaluate(second(), application);
  const told = (key: string) => {
    const found = findings.find((finding) => finding.key === key);
    return found === undefined ? null : [found.outcome, found.severity, found.message];
  };
  expect(told('C1/glass.total')).toEqual([
    'unmet',
    'warning',
    '项目总投资 700,000.00 元，低于门槛 800,000.00 元，还差 100,000.00 元（“玻璃温室”）。',
  ]);
  expect(told('B4')).toEqual(['unmet', 'error', '工期 5 个月，公告要求不少于 6 个月，还差 1 个月。']);
  expect(told('B5')).toEqual(['unmet', 'error', '自筹资金占 60%，应高于 60%。']);
  expect(told('F2')?.slice(0, 2)).toEqual(['unmet', 'warning']);
  expect(told('D1/greenhouse.area')?.slice(0, 2)).toEqual(['unmet', 'error']);
  expect(told('D1/greenhouse.water.any')?.[0]).toBe('met');
  expect(told('B2')?.[0]).toBe('met');
  // Rules of the other tracks say nothing.
  expect(findings.filter(({ id }) => ['C2', 'C3', 'D2', 'D3', 'F4'].includes(id))).toEqual([]);
});

test('every finding belongs to one of its sections', () => {
  const call = second();
  const { findings } = evaluate(call, application);
  expect(findings.length).toBeGreaterThan(20);
  expect(findings.filter(({ at }) => sectionOf(call, at) === null).map(({ at }) => at)).toEqual([]);
});

test('it is composed in its own order, under its own titles', () => {
  const document = compose(second(), application, { draft: true });
  expect(document.sections.map(({ kind }) => kind)).toEqual([
    'cover',
    'contents',
    'plan',
    'form',
    'attachments',
  ]);
  const words = JSON.stringify(document);
  for (const text of [
    '数字农业工厂示范',
    '第一部分　实施方案',
    '数字农业工厂登记表',
    '700,000.00',
    '2030年9月',
    '东示范县',
  ])
    expect(words).toContain(text);
  expect(words).not.toContain('车辆调度');
  expect(document.seals.map(({ seal }) => seal)).toEqual(['县农业农村局章', '合同专用章']);
});
