import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCall } from '../../main/calls/loadCalls.ts';
import { knownCalls } from '../../main/tasks/knownCalls.ts';
import { readAnswers } from '../../main/tasks/readAnswers.ts';
import { sortByFolder } from '../../main/tasks/sortByFolder.ts';
import { answersSchema } from '../../shared/calls/answersSchema.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { SECOND_CALLS } from './secondAnswers.ts';
import { workFolder } from './workFolder.ts';

const SHIPPED = 'cq-iiot-2020-1';

function secondCall(): Call {
  const found = findCall('zj-agri-2031', 3, knownCalls(path.resolve(SECOND_CALLS)));
  if (!found.ok) throw new Error(found.problem.message);
  return found.call;
}

describe('files sorted by their folder', () => {
  it('stand in the order a person counts in: 2 before 10', async () => {
    const folder = await workFolder();
    await mkdir(path.join(folder, '土地'));
    for (const name of ['10.pdf', '2.pdf', '1.pdf', '第11页.jpg', '第9页.jpg'])
      await writeFile(path.join(folder, '土地', name), '');
    const { sorted } = await sortByFolder(secondCall(), folder);
    expect(sorted.map(({ ref }) => ref)).toEqual([
      '土地/1.pdf',
      '土地/2.pdf',
      '土地/10.pdf',
      '土地/第9页.jpg',
      '土地/第11页.jpg',
    ]);
  });
});

describe('calls of one’s own', () => {
  it('cannot pose as a revision the product ships, and may add one', async () => {
    const folder = await workFolder();
    const shipped = JSON.parse(await readFile(`assets/calls/${SHIPPED}.json`, 'utf8'));
    const renamed = { ...shipped, identity: { ...shipped.identity, name: '冒充的通知' } };
    await writeFile(path.join(folder, '冒充.json'), JSON.stringify(renamed));
    await writeFile(path.join(folder, '修订.json'), JSON.stringify({ ...renamed, revision: 2 }));
    const revisions = knownCalls(folder).get(SHIPPED) ?? [];
    expect(revisions.map(({ revision, identity }) => [revision, identity.name])).toEqual([
      [1, shipped.identity.name],
      [2, '冒充的通知'],
    ]);
  });
});

describe('answers', () => {
  async function problemsOf(answers: Record<string, unknown>) {
    const folder = await workFolder();
    const file = path.join(folder, '答案.json');
    await writeFile(file, JSON.stringify(answers));
    const read = await readAnswers(file, knownCalls(path.resolve(SECOND_CALLS)));
    return read.ok ? [] : read.details.map(({ path: where, message }) => ({ path: where, message }));
  }

  it('name only roles of members that the call knows', async () => {
    const call = { id: SHIPPED, revision: 1 };
    const lead = { name: '示例制造公司', roles: ['industrial-enterprise'] };
    const member = { name: '示例通信公司', roles: ['telecom-operator', 'bank'] };
    expect(await problemsOf({ call, consortium: [lead, member] })).toEqual([
      { path: 'consortium[1].roles', message: expect.stringContaining('成员类型“bank”') },
    ]);
    expect(await problemsOf({ call, consortium: [lead] })).toEqual([]);
  });

  it('give money in whole 分, in what is read and in the schema that tells others', async () => {
    const call = { id: 'zj-agri-2031', revision: 3 };
    const found = await problemsOf({ call, answers: { 'work.spendFen': 90_000_000.5 } });
    expect(found).toEqual([
      { path: 'answers.work.spendFen', message: expect.stringContaining('应为整数，单位为分') },
    ]);
    expect(answersSchema(secondCall())).toMatchObject({
      properties: {
        answers: { properties: { 'work.spendFen': { anyOf: [{ type: 'integer' }, { type: 'null' }] } } },
      },
    });
  });
});
