import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownCalls } from '../../main/tasks/knownCalls.ts';
import { type AnswersProblem, readAnswers } from '../../main/tasks/readAnswers.ts';
import { chengce } from './chengce.ts';
import { SECOND_CALLS, secondAnswers } from './secondAnswers.ts';
import { workFolder } from './workFolder.ts';

/** What reading this text as ANSWERS.json has to say against it. */
async function mistakes(text: string): Promise<{ code: string; details: readonly AnswersProblem[] }> {
  const file = path.join(await workFolder(), '答案.json');
  await writeFile(file, text);
  const read = await readAnswers(file, knownCalls(path.resolve(SECOND_CALLS)));
  return read.ok ? { code: 'ok', details: [] } : { code: read.problem.code, details: read.details };
}

/** The complete answers with something changed, two spaces a level so that every value has a line. */
function changed(change: Record<string, unknown>): string {
  return JSON.stringify({ ...secondAnswers(), ...change }, null, 2);
}

const paths = (details: readonly AnswersProblem[]) => details.map((one) => one.path);

describe('an answers file with mistakes', () => {
  it('is told where its JSON breaks, by line and in Chinese', async () => {
    const { code, details } = await mistakes(
      '{\n  "call": {"id": "zj-agri-2031", "revision": 3},\n  "answers": {',
    );
    expect(code).toBe('answers-not-json');
    expect(details[0]?.line).toBe(3);
    expect(details[0]?.message).toContain('花括号');
  });

  it('is told of a key that stands twice, of which JSON would drop the first', async () => {
    const { details } = await mistakes('{"plan": {},\n"plan": {}}');
    expect(details[0]?.message).toContain('写了两次');
  });

  it('an empty file is called empty', async () => {
    expect(await mistakes('  ')).toEqual({ code: 'answers-not-json', details: [] });
  });

  it('hears of mistakes of shape and of what the call does not know at once, in the order of the file', async () => {
    const { code, details } = await mistakes(
      changed({
        budget: [{ category: 'facilty', amountFen: '12' }],
        invoices: [{}, { issuedOn: '2031-02-31', category: 'nothing' }],
        consortium: [[], { roles: ['nobody'] }],
        answers: { 'org.titel': [1] },
      }),
    );
    expect(code).toBe('answers-invalid');
    expect(paths(details).sort()).toEqual(
      [
        'answers.org.titel',
        'answers.org.titel',
        'budget[0].amountFen',
        'budget[0].category',
        'consortium[0]',
        'consortium[1].roles',
        'invoices[1].category',
        'invoices[1].issuedOn',
      ].sort(),
    );
    const date = details.find((one) => one.path === 'invoices[1].issuedOn');
    expect(date?.place).toBe('第 2 行发票的开票日期');
    expect(date?.message).toContain('不是日历上有的日期');
    expect(date?.line).toBeGreaterThan(10);
    const category = details.find((one) => one.path === 'budget[0].category');
    expect(category?.message).toContain('是否想写“facility”？可用：');
    const text = details.map((one) => one.message).join();
    expect(text).not.toMatch(/期望|无效|expected|Invalid|writing-a-call/);
  });

  it('names the kinds of text a plan may hold', async () => {
    const { details } = await mistakes(
      changed({
        plan: {
          'story.what': {
            type: 'doc',
            content: [{ type: 'video' }, { type: 'paragraph', content: [{ type: 'emoji' }] }],
          },
        },
      }),
    );
    expect(details.map((one) => one.message)).toEqual([
      expect.stringContaining('可以写：paragraph（段落）、heading'),
      expect.stringContaining('可以写：text（文字）、hardBreak'),
    ]);
    expect(details[0]?.place).toContain('建设方案');
  });

  it('suggests the property that was meant', async () => {
    const { details } = await mistakes(changed({ invoices: [{ sellar: {} }] }));
    expect(details).toMatchObject([{ path: 'invoices[0].sellar' }]);
    expect(details[0]?.message).toContain('是否想写“seller”？');
  });

  it('an answer of the wrong kind is told what to write', async () => {
    const { details } = await mistakes(changed({ answers: { 'org.title': { a: 1 } } }));
    expect(details[0]?.message).toMatch(/应写作文字.*数字/);
  });

  it('lists more deeply nested than any page are refused, not crashed on', async () => {
    const deep = '['.repeat(200_000);
    const { code } = await mistakes(`{"plan": ${deep}`);
    expect(code).toMatch(/^answers-(too-deep|not-json)$/);
  });

  it('prints line, path, place and mend for people', async () => {
    const folder = await workFolder();
    await writeFile(path.join(folder, '答案.json'), changed({ budget: [{ amountFen: '12' }] }));
    const calls = ['--calls', path.resolve(SECOND_CALLS)];
    for (const command of [
      ['check', '答案.json'],
      ['new', '答案.json', '--out', '草稿.chengce'],
    ]) {
      const run = await chengce([...command, ...calls], { cwd: folder });
      expect(run.code).toBe(2);
      expect(run.stderr).toMatch(/文件第 \d+ 行 budget\[0\]\.amountFen（预算表第 1 行的金额）：类型不对/);
    }
  });
});
