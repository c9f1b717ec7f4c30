import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadKnownCalls } from '../../main/calls/loadCalls.ts';

const root = path.join(import.meta.dirname, '..', '..');

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|css|html|typ)$/u.test(name) && !name.includes('node_modules'))
    .map((name) => path.join(folder, name));
}

/** Code without its comments: those may speak of the first call as an example. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|[\s;{}(,])\/\/[^\n]*/gu, '$1');
}

/** What only the first call may say. Words of the product's own vocabulary (plan, form, invoices) are not among it. */
function literalsOfTheFirstCall(): string[] {
  const call = loadKnownCalls().get('cq-iiot-2020-1')?.[0];
  if (call === undefined) throw new Error('the first call is not among the known ones');
  const telling = (id: string) => /[.-]/u.test(id) || /^\d/u.test(id);
  const ids = [
    ...call.fields,
    ...call.constants,
    ...call.applicantKinds,
    ...call.memberRoles,
    ...call.investment.categories,
    ...call.attachments,
    ...call.outline.flatMap((chapter) => [chapter, ...chapter.items]),
    ...call.directions.flatMap((direction) => [
      direction,
      ...direction.kinds,
      ...direction.forms,
      ...direction.kinds.flatMap((kind) => kind.forms),
      ...direction.contents,
      ...direction.targets,
      ...direction.scenarios,
      ...direction.scenarios.flatMap((scenario) => scenario.targets),
    ]),
  ]
    .map(({ id }) => id)
    .filter(telling)
    .flatMap((id) => [`'${id}'`, `"${id}"`, `\`${id}\``]);
  const words = [
    call.id,
    call.identity.number,
    '渝经信',
    call.identity.issuer,
    call.submission.email,
    '重庆',
    'chongqing',
    '222.178.203.71',
    ...call.directions.map(({ label }) => label),
    ...Object.values(call.wording).filter((text) => text.length > 12),
    ...call.clauses.map(({ text }) => text).filter((text) => text.length > 12),
  ];
  return [...new Set([...ids, ...words])];
}

test('nothing of the first call is wired into the code', () => {
  const literals = literalsOfTheFirstCall();
  expect(literals.length).toBeGreaterThan(300);
  const files = ['shared', 'main', 'renderer', 'assets/typst'].flatMap(sources);
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap((file) => {
    const code = withoutComments(readFileSync(path.join(root, file), 'utf8'));
    return literals.filter((literal) => code.includes(literal)).map((literal) => `${file}: ${literal}`);
  });
  expect(found).toEqual([]);
});
