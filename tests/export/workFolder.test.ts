import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  clearAbandonedWork,
  EARLIER,
  makeWorkFolder,
  sweepAbandoned,
} from '../../main/bundle/export/workFolder.ts';

async function target(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), '成品 文件夹-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes an export's work folder look as its process left it when it was killed. */
async function killed(work: string): Promise<void> {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const owner = JSON.parse(await readFile(path.join(work, 'owner.json'), 'utf8'));
  await writeFile(path.join(work, 'owner.json'), JSON.stringify({ ...owner, pid: gone }));
}

describe('what a killed export left in the folder people hand over', () => {
  it('is cleared away by the next one, and the folder’s own files stay', async () => {
    const folder = await target();
    const work = await makeWorkFolder(folder);
    await writeFile(path.join(work, 'half.pdf.partial'), 'half');
    await writeFile(path.join(folder, '我的笔记.txt'), 'note');
    await killed(work);
    expect(await clearAbandonedWork(folder, '2020-02-01 0930')).toEqual([]);
    expect(await readdir(folder)).toEqual(['我的笔记.txt']);
  });

  it('gives back the files of the earlier package it had moved aside, beside whatever stands there now', async () => {
    const folder = await target();
    const work = await makeWorkFolder(folder);
    await mkdir(path.join(work, EARLIER));
    await writeFile(path.join(work, EARLIER, '申报书.pdf'), 'earlier');
    await writeFile(path.join(work, EARLIER, 'manifest.json'), '{}');
    await writeFile(path.join(folder, '申报书.pdf'), 'later');
    await killed(work);
    const back = await clearAbandonedWork(folder, '2020-02-01 0930');
    expect(back).toEqual(['申报书（此前的版本 2020-02-01 0930）.pdf']);
    expect(await readFile(path.join(folder, back[0] ?? ''), 'utf8')).toBe('earlier');
    expect((await readdir(folder)).length).toBe(2);
  });

  it('is left alone while its process runs, on another computer, or when nobody knows whose it is', async () => {
    const folder = await target();
    await makeWorkFolder(folder);
    const elsewhere = await makeWorkFolder(folder);
    await killed(elsewhere);
    const owner = JSON.parse(await readFile(path.join(elsewhere, 'owner.json'), 'utf8'));
    await writeFile(path.join(elsewhere, 'owner.json'), JSON.stringify({ ...owner, host: 'another' }));
    await mkdir(path.join(folder, '.chengce-mine'));
    await clearAbandonedWork(folder, '2020-02-01 0930');
    expect(await readdir(folder)).toHaveLength(3);
  });

  it('goes from the temporary folder too, where the files of a draft lay', async () => {
    const folder = await target();
    await killed(await makeWorkFolder(folder, 'chengce-export-'));
    await makeWorkFolder(folder, 'chengce-export-');
    await sweepAbandoned(folder, 'chengce-export-');
    expect(await readdir(folder)).toHaveLength(1);
  });
});
