import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chengce } from './chengce.ts';
import { workFolder } from './workFolder.ts';

describe('the command line told something wrong', () => {
  it.each([
    [['nonsense'], '没有“nonsense”这个命令。用 --help'],
    [['exprot', 'x.chengce'], '是否想用“export”'],
    [['new', 'a.json'], '缺少必需的选项'],
    [['show'], '缺少参数'],
    [['call'], '命令没有写完整'],
    [['check', 'a', 'b'], '参数太多了'],
    [['export', 'x.chengce', '--out'], '后面要写一个值'],
    [['call', 'show', 'x', '--wrong'], '没有“--wrong”这个选项'],
  ])('answers %j with exit 2 and a sentence in Chinese', async (args, words) => {
    const run = await chengce(args);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toMatch(/error:|\bat .*\.ts:/);
    expect(run.stdout).toBe('');
  });

  it('puts the problem, and nothing else, on stdout with --json', async () => {
    const run = await chengce(['show', 'nowhere.chengce', '--json']);
    expect(run.code).toBe(2);
    expect(run.json()).toMatchObject({ ok: false, problem: { code: 'draft-missing' } });
  });

  it('shows its help in Chinese, with exit 0', async () => {
    const run = await chengce(['--help']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('用法：');
    expect(run.stdout).not.toMatch(/display help|Usage|Options/);
  });
});

describe('an input that is no draft and no answers file', () => {
  it.each([
    ['空.chengce', '', 'draft-empty'],
    ['照片.chengce', '\u00ff\u00d8\u00ff not a database', 'draft-foreign'],
    ['乱码.json', '{"call": ', 'answers-not-json'],
    ['数组.json', '[1, 2]', 'answers-invalid'],
    ['别的通知.json', '{"call":{"id":"cq-iiot-2020-2","revision":1}}', 'call-unknown'],
    ['新修订.json', '{"call":{"id":"cq-iiot-2020-1","revision":99}}', 'call-revision-unknown'],
  ])('%s is refused with exit 2', async (name, content, code) => {
    const folder = await workFolder();
    await writeFile(path.join(folder, name), content, 'latin1');
    const run = await chengce(['check', name, '--json'], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.json()).toMatchObject({ ok: false, problem: { code } });
    expect(run.stderr).toMatch(/\p{Script=Han}/u);
  });

  it('a folder is refused as one', async () => {
    const folder = await workFolder();
    await mkdir(path.join(folder, '草稿.chengce'));
    const run = await chengce(['show', '草稿.chengce', '--json'], { cwd: folder });
    expect(run.json()).toMatchObject({ ok: false, problem: { code: 'draft-not-a-file' } });
  });
});

describe('calls and schemas', () => {
  it('lists the calls it knows', async () => {
    const run = await chengce(['call', 'list', '--json']);
    expect(run.code).toBe(0);
    expect(run.json()).toMatchObject({
      calls: [{ id: 'cq-iiot-2020-1', revision: 1, deadline: '2020-02-10' }],
    });
  });

  it('shows every rule of a call with id, clause and severity', async () => {
    const { rules } = (await chengce(['call', 'show', 'cq-iiot-2020-1', '--json'])).json() as {
      rules: { id: string; severity: string; clause: { ref: string; text: string } }[];
    };
    const ids = new Set(rules.map(({ id }) => id));
    for (const id of [
      'A1',
      'B1',
      'B9',
      'C2',
      'C3a',
      'D1.3',
      'D2.2.1',
      'D2.2.9',
      'D3.3',
      'E7',
      'E9',
      'F5.2',
      'G1',
      'H1',
      'H12',
    ])
      expect(ids, id).toContain(id);
    for (const rule of rules) {
      expect(rule.severity).toMatch(/^(error|warning|hint)$/);
      expect(rule.clause.text.length, rule.id).toBeGreaterThan(0);
    }
  });

  it('checks a call file of one’s own', async () => {
    const folder = await workFolder();
    await writeFile(path.join(folder, '我的通知.json'), '{"format": 1}');
    const run = await chengce(['call', 'check', '我的通知.json', '--json'], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.json()).toMatchObject({ ok: false });
    expect(run.stderr).toContain('处要改');
  });

  it('gives the JSON Schema of an answers file, units and choices spelled out', async () => {
    const schema = (await chengce(['schema', 'application', '--json'])).json() as {
      properties: { answers: { properties: Record<string, { title: string }> }; direction: unknown };
    };
    expect(schema.properties.answers.properties['project.totalFen']).toMatchObject({
      title: '项目总投资金额',
    });
    expect(JSON.stringify(schema.properties.direction)).toContain('5G+工业互联网应用');
  });
});
