import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadKnownCalls } from '../../main/calls/loadCalls.ts';
import { requirementsOf } from '../../shared/calls/requirementsOf.ts';
import type { Piece } from '../../shared/calls/schema/page.ts';

const fixture = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'notice', name), 'utf8');
const bare = (text: string) => text.replace(/\s/gu, '');

const notice = bare(fixture('notice-2020-1.txt'));
const requirements = fixture('requirements.md');
const found = loadKnownCalls().get('cq-iiot-2020-1')?.[0];
if (found === undefined) throw new Error('the first call is not among the known ones');
const call = found;

test.each(call.clauses)('clause $id is the notice, word for word', ({ text }) => {
  expect(notice).toContain(bare(text));
});

test.each(Object.entries(call.wording))('fixed wording %s is the notice, word for word', (_, text) => {
  expect(notice).toContain(bare(text));
});

test('the commitment is the sentence of the form', () => {
  expect(call.wording.commitment).toBe(
    '我单位提供的本项目申报资料真实有效,且已准确、充分及完整的表达我单位及此项目实际,如与实际情况不符或虚假申报,我单位愿承担相应法律责任及其他后果。',
  );
});

/** Every id of requirements.md: first cells of its tables, the nine scenarios, the kinds of G and H1 to H12. */
function requiredIds(): string[] {
  const cells = [...requirements.matchAll(/^\| ([A-H]\d+[a-z]?(?:\.\d+)*) \|/gmu)].map(([, id = '']) => id);
  const scenarios = [...requirements.matchAll(/^\| \| (\d) /gmu)].map(([, n = '']) => `D2.2.${n}`);
  const checks = [...(requirements.split('## H.')[1] ?? '').matchAll(/\b(H\d+) /gu)].map(([, id = '']) => id);
  // G names them in one sentence; 许可、资质、荣誉、专利 are four kinds.
  const kinds = Array.from({ length: 11 }, (_, index) => `G${index + 1}`);
  return [...cells, ...scenarios, ...checks, ...kinds];
}

test('every id of the requirements is in the call, with its clause and severity', () => {
  const told = requirementsOf(call);
  const ids = new Set(told.map(({ id }) => id));
  const wanted = requiredIds();
  expect(wanted).toHaveLength(6 + 9 + 9 + 8 + 9 + 11 + 3 + 11 + 12);
  expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  expect(told.filter(({ clause }) => clause.text === '')).toEqual([]);
});

test('severities are those of the requirements', () => {
  const severityOf = (key: string) =>
    call.rules.find((rule) => (rule.key ?? rule.id) === key)?.severity ?? 'no such rule';
  for (const id of [
    'B1',
    'B2',
    'B3',
    'B5',
    'B7',
    'B8',
    'B9',
    'H1',
    'H2',
    'H3',
    'H6',
    'H7',
    'H8',
    'H9',
    'H11',
  ])
    expect([id, severityOf(id)]).toEqual([id, 'error']);
  for (const id of ['B4', 'B6/other', 'H4', 'H5', 'H10', 'H11/resolution'])
    expect([id, severityOf(id)]).toEqual([id, 'warning']);
});

test('the least investment of each direction is the one of the table', () => {
  const least = new Map(
    call.directions.flatMap((direction) => [
      [direction.requirement, direction.minimumTotalFen] as const,
      ...direction.kinds.map((kind) => [kind.requirement, kind.minimumTotalFen] as const),
    ]),
  );
  const rows = [...requirements.matchAll(/^\| (C\d[ab]?) \|[^|]*\|[^|]*\| ([^|]*?) \|/gmu)];
  expect(rows).toHaveLength(9);
  for (const [, id = '', words = ''] of rows) {
    const wan = /(\d+)万元以上/u.exec(words)?.[1];
    expect([id, least.get(id)]).toEqual([id, wan === undefined ? null : Number(wan) * 1_000_000]);
  }
});

test('eight directions, nine scenarios, and every number of the scenarios stands in its clause', () => {
  expect(call.directions).toHaveLength(8);
  const scenarios = call.directions.flatMap((direction) => direction.scenarios);
  expect(scenarios).toHaveLength(9);
  const clauses = new Map(call.clauses.map(({ id, text }) => [id, bare(text)]));
  for (const { clause, targets, label } of scenarios) {
    const text = clauses.get(clause) ?? '';
    expect(text).toContain(bare(label));
    for (const { atLeast, below, unit } of targets)
      expect(text).toContain(bare(below === undefined ? `${atLeast}${unit}` : `低于${below}${unit}`));
  }
});

const textOf = (pieces: readonly Piece[]) =>
  pieces
    .map((piece) => {
      if ('text' in piece) return piece.text;
      if ('wording' in piece) return call.wording[piece.wording] ?? '';
      return '_';
    })
    .join('');

test('every cell of the form the requirements print stands in the form, in their order', () => {
  const drawing = (requirements.split('labels word for word')[1] ?? '').split('```')[1] ?? '';
  // What the drawing says about itself, in English, is not printed.
  const labels = drawing
    .replace(/\((?:two rows|one cell across|under the table|\+ two own indicators a row)\)/gu, ' ')
    .split(/[\s|_/…]+/u)
    .map((word) => word.replace(/^\(网址$/u, ''))
    .filter((word) => /[\u4e00-\u9fff]/u.test(word) && word !== 'the' && word !== 'sentence');
  const { above, rows, below } = call.form;
  const printed = bare(
    [
      ...above.map(({ pieces }) => textOf(pieces)),
      ...rows.flatMap((row) => row.cells.map(({ pieces }) => textOf(pieces))),
      ...below.map(textOf),
    ].join(' '),
  );
  expect(labels.length).toBeGreaterThan(40);
  const dates = new Set(['年', '月', '日']);
  const missing = labels.filter(
    (label) => !dates.has(label) && !printed.includes(bare(label).replace(/^[)>]|\)进行企业评估。$/gu, '')),
  );
  expect(missing).toEqual([]);
});

test('the places of Chongqing carry their official codes', () => {
  const places = call.lists.districts ?? [];
  expect(places).toHaveLength(26 + 8 + 4 + 4);
  const coded = places.flatMap(({ code }) => (code === undefined ? [] : [code]));
  expect(coded).toHaveLength(38);
  expect(new Set(coded).size).toBe(38);
  expect(places.find(({ label }) => label === '渝北区')?.code).toBe('500112');
  expect(places.find(({ label }) => label === '彭水苗族土家族自治县')?.code).toBe('500243');
  expect(places.find(({ label }) => label === '两江新区')?.code).toBeUndefined();
});

test('the outline is the notice: its titles, its numbers, its order', () => {
  const printed = call.outline.flatMap((chapter) => [
    `${chapter.number}${chapter.title}`,
    ...chapter.items.map(({ number, title }) => `${number}${title}`),
  ]);
  let from = notice.lastIndexOf('二、项目建设方案');
  for (const line of printed) {
    const at = notice.indexOf(bare(line), from);
    expect([line, at >= from]).toEqual([line, true]);
    from = at;
  }
});

test('titles of the bound parts are those of the 目录', () => {
  const titles = call.parts.flatMap((part) => ('title' in part ? [part.title] : []));
  expect(titles.map(bare)).toEqual(['目录', '一、试点示范项目申报表', '二、项目建设方案', '三、其他附件']);
});

test('a field says what it wants: each has a hint', () => {
  expect(call.fields.filter(({ hint }) => hint === '').map(({ id }) => id)).toEqual([]);
});
