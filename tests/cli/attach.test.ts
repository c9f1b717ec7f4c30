import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliRun, chengce } from './chengce.ts';
import { paperPdf } from './paperPdf.ts';
import { SECOND_CALLS, secondAnswers } from './secondAnswers.ts';
import { workFolder } from './workFolder.ts';

const CALLS = ['--calls', path.resolve(SECOND_CALLS)];

async function bareDraft(): Promise<string> {
  const folder = await workFolder();
  await writeFile(path.join(folder, '答案.json'), JSON.stringify(secondAnswers()));
  await chengce(['new', '答案.json', '--out', '草稿.chengce', ...CALLS], { cwd: folder });
  return folder;
}

function attach(folder: string, kind: string, ...files: readonly string[]): Promise<CliRun> {
  return chengce(['attach', '草稿.chengce', ...files, '--kind', kind, '--json', ...CALLS], { cwd: folder });
}

describe('attach', () => {
  it('gives an invoice’s copy to the row whose number its name tells, and says what to do with others', async () => {
    const folder = await bareDraft();
    const named = '31332000000012345678 温室骨架.pdf';
    await paperPdf(path.join(folder, named), ['receipt']);
    await paperPdf(path.join(folder, '扫描件.pdf'), ['another']);
    const run = await attach(folder, 'receipts', named, '扫描件.pdf');
    expect(run.json()).toMatchObject({ invoiceRows: { [named]: 1 }, unmatched: ['扫描件.pdf'] });
    expect(run.stderr).toContain('添加 2 个，未添加 0 个，不能装订 0 个');
    expect(run.stderr).toContain('invoice import');
    const shown = (await chengce(['show', '草稿.chengce', '--json'], { cwd: folder })).json() as {
      application: { invoices: { copies: string[] }[] };
      attachments: { id: string; name: string }[];
    };
    const copy = shown.attachments.find(({ name }) => name === named);
    expect(shown.application.invoices[0]?.copies).toEqual([copy?.id]);
  });

  it('takes a kind by its label or a folder name, and counts what was there already as not added', async () => {
    const folder = await bareDraft();
    await paperPdf(path.join(folder, '证.pdf'), ['land']);
    const first = await attach(folder, '土地', '证.pdf');
    expect(first.json()).toMatchObject({ files: [{ kind: 'land', ok: true }] });
    expect(first.code).toBe(0);
    const again = await attach(folder, 'LAND', '证.pdf', '没有.pdf');
    expect(again.stderr).toContain('添加 0 个，未添加 2 个，不能装订 0 个');
    expect(again.code).toBe(1);
  });

  it('refuses a kind nobody knows with the ids and names of those there are', async () => {
    const folder = await bareDraft();
    const run = await attach(folder, 'nothing', 'x.pdf');
    expect(run.json()).toMatchObject({ problem: { code: 'kind-unknown' } });
    expect(run.stderr).toMatch(/land（.+）、/);
  });
});
