import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../main/store/openSqlite.ts';
import { PackageManifest } from '../../shared/documents/packageManifest.ts';
import { chengce } from './chengce.ts';
import { paperPdf } from './paperPdf.ts';
import { SECOND_CALLS, secondAnswers } from './secondAnswers.ts';
import { workFolder } from './workFolder.ts';

const CALLS = ['--calls', path.resolve(SECOND_CALLS)];

/** A draft in perfect order, of whose indicators of its own the disk then loses the page. */
async function draftWithLoss(): Promise<string> {
  const folder = await workFolder();
  const answers = { ...secondAnswers(), ownIndicators: [{ name: '亩均产量', value: '12 吨' }] };
  await writeFile(path.join(folder, '答案.json'), JSON.stringify(answers));
  await paperPdf(path.join(folder, '附件', '土地', '土地证.pdf'), ['land']);
  await paperPdf(path.join(folder, '附件', 'receipts', '一.pdf'), ['receipt']);
  const made = await chengce(
    ['new', '答案.json', '--out', '草稿.chengce', '--attachments', '附件', ...CALLS],
    { cwd: folder },
  );
  expect(made.code, made.stderr).toBe(0);
  await losePage(path.join(folder, '草稿.chengce'), 'own_indicators');
  return folder;
}

async function losePage(file: string, table: string): Promise<void> {
  const db = openSqlite(file, { readOnly: true });
  const page = Number(
    db.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'").pluck().get(table),
  );
  const size = Number(db.pragma('page_size', { simple: true }));
  db.close();
  const bytes = await readFile(file);
  bytes.fill(0, (page - 1) * size, page * size);
  await writeFile(file, bytes);
}

describe('a draft the disk has damaged', () => {
  it('is shown and checked with the loss in the JSON, and with exit 1', async () => {
    const folder = await draftWithLoss();
    for (const command of [
      ['show', '草稿.chengce', '--json'],
      ['check', '草稿.chengce', '--json', ...CALLS],
    ]) {
      const run = await chengce(command, { cwd: folder });
      expect(run.json().notices).toMatchObject([{ code: 'salvaged', losses: [{ table: 'own_indicators' }] }]);
      expect(run.stderr).toContain('损坏');
      expect(run.code).toBe(1);
    }
  });

  it('is never exported as final', async () => {
    const folder = await draftWithLoss();
    const run = await chengce(['export', '草稿.chengce', '--out', '成品', '--json', ...CALLS], {
      cwd: folder,
    });
    const manifest = PackageManifest.parse(run.json());
    expect(manifest.reasons.join()).toContain('草稿文件有损坏');
    expect(manifest.final).toBe(false);
    expect(manifest.files.map(({ name }) => name).join()).toContain('草稿');
    expect(run.code).toBe(3);
  });

  it('says nothing of damage when there is none', async () => {
    const folder = await workFolder();
    await writeFile(path.join(folder, '答案.json'), JSON.stringify(secondAnswers()));
    await chengce(['new', '答案.json', '--out', '草稿.chengce', ...CALLS], { cwd: folder });
    const run = await chengce(['show', '草稿.chengce', '--json'], { cwd: folder });
    expect(run.json().notices).toEqual([]);
    expect(run.code).toBe(0);
  });
});
