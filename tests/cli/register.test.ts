import { existsSync } from 'node:fs';
import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { programData } from '../../main/cli/programData.ts';
import { chengce } from './chengce.ts';
import { workFolder } from './workFolder.ts';

/** Invoices of two companies’ hopes: the same invoice in two applications. */
const answers = (projectName: string) => ({
  call: { id: 'cq-iiot-2020-1', revision: 1 },
  answers: { 'project.name': projectName },
  invoices: [
    { id: 'a', number: projectName === '项目甲' ? '10000009' : '10000008', code: '5000191130' },
    { id: 'b', number: '10000002', code: '5000191130' },
  ],
});

async function twoDrafts(): Promise<{ readonly folder: string; readonly env: { CHENGCE_DATA: string } }> {
  const folder = await workFolder();
  const env = { CHENGCE_DATA: path.join(folder, '程序 数据') };
  for (const name of ['甲', '乙']) {
    await writeFile(path.join(folder, `${name}.json`), JSON.stringify(answers(`项目${name}`)));
    const made = await chengce(['new', `${name}.json`, '--out', `${name}.chengce`], { cwd: folder, env });
    expect(made.code, made.stderr).toBe(0);
  }
  return { folder, env };
}

type Found = { readonly key: string; readonly severity: string; readonly message: string };

async function doubles(
  folder: string,
  env: Record<string, string>,
  args: readonly string[],
): Promise<Found[]> {
  const run = await chengce(['check', ...args, '--json'], { cwd: folder, env });
  const { findings } = run.json() as { findings: (Found & { id: string; outcome: string })[] };
  return findings.filter(
    ({ id, key, outcome }) => id === 'H8' && key.startsWith('H8#') && outcome === 'unmet',
  );
}

describe('an invoice that is in another draft of this workstation', () => {
  it('is an error that names draft, row, project and folder', async () => {
    const { folder, env } = await twoDrafts();
    expect(await doubles(folder, env, ['甲.chengce'])).toEqual([]);
    const [finding, ...more] = await doubles(folder, env, ['乙.chengce']);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ key: 'H8#b', severity: 'error' });
    expect(finding?.message).toContain('《甲》第 2 行');
    expect(finding?.message).toContain('“项目甲”');
    expect(finding?.message).toContain(path.basename(folder));
    expect(await doubles(folder, env, ['甲.chengce']), 'and it is told on both sides').toHaveLength(1);
  });

  it('is not looked for with --no-register, which leaves no trace either', async () => {
    const { folder, env } = await twoDrafts();
    expect(await doubles(folder, env, ['甲.chengce', '--no-register'])).toEqual([]);
    expect(existsSync(env.CHENGCE_DATA)).toBe(false);
    await doubles(folder, env, ['甲.chengce']);
    expect(await doubles(folder, env, ['乙.chengce', '--no-register'])).toEqual([]);
  });

  it('is none in a copy of the same draft, and a warning once the other file is gone', async () => {
    const { folder, env } = await twoDrafts();
    await doubles(folder, env, ['甲.chengce']);
    await copyFile(path.join(folder, '甲.chengce'), path.join(folder, '甲 备份.chengce'));
    expect(await doubles(folder, env, ['甲 备份.chengce'])).toEqual([]);
    await rename(path.join(folder, '甲.chengce'), path.join(folder, '甲 新.chengce'));
    await rm(path.join(folder, '甲 备份.chengce'));
    const [finding] = await doubles(folder, env, ['乙.chengce']);
    expect(finding?.severity).toBe('warning');
    expect(finding?.message).toContain('文件已移走');
  });

  it('is told by the import that brings it in, unless that is not to look', async () => {
    const { folder, env } = await twoDrafts();
    await doubles(folder, env, ['甲.chengce']);
    const head = '发票代码,发票号码,开票日期,销售方名称,金额,税额,价税合计';
    await writeFile(
      path.join(folder, '清单.csv'),
      `${head}\n5000191130,10000009,2019-05-06,重庆示例有限公司,100,13,113\n`,
    );
    const take = ['invoice', 'import', '乙.chengce', '清单.csv', '--json'];
    const quiet = await chengce([...take, '--no-register'], { cwd: folder, env });
    expect(quiet.json(), quiet.stderr).toMatchObject({ added: [{ row: 3 }], elsewhere: [] });
    const told = await chengce(take, { cwd: folder, env });
    const elsewhere = told.json().elsewhere as { identity: string; draftName: string; row: number }[];
    expect(elsewhere.map(({ identity, draftName, row }) => `${identity} ${draftName} ${row}`).sort()).toEqual(
      ['5000191130/10000002 甲 2', '5000191130/10000009 甲 1'],
    );
  });

  it('is told by an export too, which is 草稿 for it', async () => {
    const { folder, env } = await twoDrafts();
    await doubles(folder, env, ['甲.chengce']);
    const run = await chengce(['export', '乙.chengce', '--out', '成品', '--json'], { cwd: folder, env });
    expect(run.code, run.stderr).toBe(3);
    expect(run.json().reasons).toContainEqual('有 1 项错误尚未改正');
    const alone = await chengce(['export', '乙.chengce', '--out', '另一份', '--json', '--no-register'], {
      cwd: folder,
      env,
    });
    expect(JSON.stringify(alone.json().reasons)).not.toContain('错误');
  });
});

describe('the folder of the program’s data', () => {
  it('is the one that is named; named empty there is none; else the window’s, when it was ever opened', async () => {
    const folder = await workFolder();
    expect(programData({ CHENGCE_DATA: folder })).toBe(folder);
    expect(programData({ CHENGCE_DATA: '' })).toBeNull();
    if (process.platform !== 'linux') return;
    expect(programData({ XDG_CONFIG_HOME: folder })).toBeNull();
    await writeFile(path.join(folder, 'chengce'), '');
    expect(programData({ XDG_CONFIG_HOME: folder })).toBe(path.join(folder, 'chengce'));
  });
});
