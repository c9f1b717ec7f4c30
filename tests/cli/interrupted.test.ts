import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliRun, chengce } from './chengce.ts';
import { paperPdf } from './paperPdf.ts';
import { SECOND_CALLS, secondAnswers } from './secondAnswers.ts';
import { workFolder } from './workFolder.ts';

const CALLS = ['--calls', path.resolve(SECOND_CALLS)];
const NEW = ['new', '答案.json', '--out', '我的 申报.chengce', '--attachments', '附件', '--json', ...CALLS];

/** Answers and enough attachments that there is time to interrupt. */
async function papers(): Promise<string> {
  const folder = await workFolder();
  await writeFile(path.join(folder, '答案.json'), JSON.stringify(secondAnswers()));
  await paperPdf(path.join(folder, '附件', 'receipts', '一.pdf'), ['receipt']);
  for (let number = 1; number <= 40; number += 1)
    await paperPdf(path.join(folder, '附件', '土地', `${number}.pdf`), [`land ${number}`]);
  return folder;
}

/** Runs a command and does something as soon as `begun` holds. */
async function during(
  args: readonly string[],
  folder: string,
  begun: () => boolean,
  act: (kill: (signal: NodeJS.Signals) => void) => void,
): Promise<CliRun> {
  let watch: NodeJS.Timeout | undefined;
  const run = await chengce(args, {
    cwd: folder,
    onStart: (kill) => {
      watch = setInterval(() => {
        if (!begun()) return;
        clearInterval(watch);
        act(kill);
      }, 10);
    },
  });
  clearInterval(watch);
  return run;
}

const grown = (folder: string) => () => readdirSync(folder).length > 2;

describe('a draft that is being made', () => {
  it('leaves nothing behind when it is interrupted', async () => {
    const folder = await papers();
    const run = await during(NEW, folder, grown(folder), (kill) => kill('SIGINT'));
    expect(run.code).toBe(1);
    expect(run.json()).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect((await readdir(folder)).sort()).toEqual(['答案.json', '附件']);
  });

  it('has no name of its own before it is whole, even when the program is killed, and is made anew then', async () => {
    const folder = await papers();
    await during(NEW, folder, grown(folder), (kill) => kill('SIGKILL'));
    const left = await readdir(folder);
    expect(left.filter((name) => name.endsWith('.chengce'))).toEqual([]);
    expect(left.length).toBeGreaterThan(2);
    const again = await chengce(NEW, { cwd: folder });
    expect(again.code).toBe(0);
    const shown = (await chengce(['show', '我的 申报.chengce', '--json'], { cwd: folder })).json() as {
      application: { invoices: { copies: string[] }[] };
      attachments: unknown[];
    };
    expect(shown.attachments).toHaveLength(41);
    expect(shown.application.invoices[0]?.copies).toHaveLength(1);
  });

  it('does not take a name that another file took in the meantime', async () => {
    const folder = await papers();
    const target = path.join(folder, '我的 申报.chengce');
    const run = await during(NEW, folder, grown(folder), () => writeFileSync(target, 'mine'));
    expect(run.code).toBe(2);
    expect(run.json()).toMatchObject({ problem: { code: 'draft-exists' } });
    expect(await readFile(target, 'utf8')).toBe('mine');
    expect((await readdir(folder)).sort()).toEqual(['我的 申报.chengce', '答案.json', '附件']);
  });

  it('does not take a name beside which the journal of a removed draft lies', async () => {
    const folder = await papers();
    await writeFile(path.join(folder, '我的 申报.chengce-wal'), 'somebody’s last changes');
    const run = await chengce(NEW, { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('我的 申报.chengce-wal');
    expect((await readdir(folder)).sort()).toEqual(['我的 申报.chengce-wal', '答案.json', '附件']);
  });

  it('says so when its name is too long', async () => {
    const folder = await papers();
    const run = await chengce(
      ['new', '答案.json', '--out', `${'长'.repeat(120)}.chengce`, '--json', ...CALLS],
      {
        cwd: folder,
      },
    );
    expect(run.code).toBe(2);
    expect(run.json()).toMatchObject({ problem: { code: 'target-unwritable' } });
    expect((await readdir(folder)).sort()).toEqual(['答案.json', '附件']);
  });

  it('may be called what its owner likes', async () => {
    const folder = await papers();
    const run = await chengce(['new', '答案.json', '--out', '申报 第一稿', '--json', ...CALLS], {
      cwd: folder,
    });
    expect(await readdir(folder)).toContain('申报 第一稿');
    expect(run.json()).toMatchObject({ ok: true, draft: '申报 第一稿' });
    expect((await chengce(['show', '申报 第一稿'], { cwd: folder })).code).toBe(0);
  });
});

describe('attachments that are being added', () => {
  it('are all left out when it is interrupted, and the draft is as it was', async () => {
    const folder = await papers();
    await chengce(['new', '答案.json', '--out', '草稿.chengce', ...CALLS], { cwd: folder });
    const many = Array.from({ length: 40 }, (_, index) => `附件/土地/${index + 1}.pdf`);
    const run = await during(
      ['attach', '草稿.chengce', ...many, '--kind', 'land', '--json', ...CALLS],
      folder,
      () => existsSync(path.join(folder, '草稿.chengce-lock')),
      (kill) => kill('SIGINT'),
    );
    expect(run.code).toBe(1);
    expect(run.json()).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect((await readdir(folder)).sort()).toEqual(['答案.json', '草稿.chengce', '附件']);
    const shown = await chengce(['show', '草稿.chengce', '--json'], { cwd: folder });
    expect(shown.json()).toMatchObject({ attachments: [] });
  });
});
