import { execFileSync } from 'node:child_process';
import { mkdir, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chengce } from './chengce.ts';
import { paperPdf } from './paperPdf.ts';
import { SECOND_CALLS, secondAnswers } from './secondAnswers.ts';
import { workFolder } from './workFolder.ts';

const CALLS = ['--calls', path.resolve(SECOND_CALLS)];
const MIB = 1024 * 1024;

interface Told {
  readonly file: string;
  readonly ok: boolean;
  readonly id: string | null;
  readonly sha256: string | null;
  readonly problems: readonly { readonly code: string }[];
}

/** Makes a draft of a folder with one sound attachment and what `fill` puts beside it. */
async function made(fill: (land: string) => Promise<void> | void) {
  const folder = await workFolder();
  await writeFile(path.join(folder, '答案.json'), JSON.stringify(secondAnswers()));
  await paperPdf(path.join(folder, '附件', 'receipts', '一.pdf'), ['receipt']);
  const land = path.join(folder, '附件', '土地');
  await mkdir(land);
  await fill(land);
  const run = await chengce(
    ['new', '答案.json', '--out', 'a.chengce', '--attachments', '附件', '--json', ...CALLS],
    { cwd: folder },
  );
  const { attachments } = run.json() as { attachments: readonly Told[] };
  const told = attachments.map(({ file, ok, id, sha256, problems }) => ({
    file,
    ok,
    taken: id !== null && sha256 !== null,
    codes: problems.map(({ code }) => code),
  }));
  const shown = (await chengce(['show', 'a.chengce', '--json'], { cwd: folder })).json() as {
    attachments: readonly { name: string }[];
  };
  return { folder, run, told, kept: shown.attachments.map(({ name }) => name) };
}

const RECEIPT = { file: 'receipts/一.pdf', ok: true, taken: true, codes: [] };

describe('what lies in a folder and is no attachment', () => {
  it.skipIf(process.platform === 'win32')(
    'pipes, devices and links that lead nowhere are told, and nobody waits for them',
    async () => {
      const { run, told, kept } = await made(async (land) => {
        execFileSync('mkfifo', [path.join(land, '管道.pdf')]);
        await symlink('/dev/zero', path.join(land, '设备.pdf'));
        await symlink(path.join(land, '已删除.pdf'), path.join(land, '链接.pdf'));
      });
      expect(run.code).toBe(1);
      expect(told.toSorted((a, b) => a.file.localeCompare(b.file))).toEqual(
        [
          RECEIPT,
          { file: '土地/管道.pdf', ok: false, taken: false, codes: ['file-type-unsupported'] },
          { file: '土地/设备.pdf', ok: false, taken: false, codes: ['file-type-unsupported'] },
          { file: '土地/链接.pdf', ok: false, taken: false, codes: ['file-missing'] },
        ].toSorted((a, b) => a.file.localeCompare(b.file)),
      );
      expect(kept).toEqual(['一.pdf']);
      for (const name of ['管道.pdf', '设备.pdf', '链接.pdf']) expect(run.stderr).toContain(name);
    },
  );

  it('a file larger than anything that can be bound is told, and not read into the draft', async () => {
    const { folder, told, kept } = await made(async (land) => {
      const file = path.join(land, '录像.pdf');
      await writeFile(file, '%PDF-1.7\n');
      // Sparse: it takes no room on the disk.
      await truncate(file, 2049 * MIB);
    });
    expect(told).toContainEqual({
      file: '土地/录像.pdf',
      ok: false,
      taken: false,
      codes: ['file-too-large'],
    });
    expect(kept).toEqual(['一.pdf']);
    expect((await stat(path.join(folder, 'a.chengce'))).size).toBeLessThan(MIB);
  });

  it('files that cannot be bound go in, so that they stay listed, and are not called fine', async () => {
    const { run, told, kept } = await made(async (land) => {
      const parts = { 'OFD.xml': strToU8('<x/>'), 'Doc_0/Document.xml': strToU8('<x/>') };
      await writeFile(path.join(land, '电子证照.ofd'), zipSync(parts));
      await writeFile(path.join(land, '空.pdf'), '');
    });
    expect(run.code).toBe(1);
    expect(told).toContainEqual({
      file: '土地/电子证照.ofd',
      ok: false,
      taken: true,
      codes: ['file-damaged'],
    });
    expect(told).toContainEqual({ file: '土地/空.pdf', ok: false, taken: true, codes: ['file-empty'] });
    expect(kept.toSorted()).toEqual(['一.pdf', '电子证照.ofd', '空.pdf'].toSorted());
    expect(run.stderr).toContain('电子证照.ofd');
  });
});
