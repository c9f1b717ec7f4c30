import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { chengce } from './chengce.ts';
import { paperPdf } from './paperPdf.ts';
import { SECOND_CALLS, secondAnswers } from './secondAnswers.ts';
import { workFolder } from './workFolder.ts';

const CALLS = ['--calls', path.resolve(SECOND_CALLS)];

it('show tells people labels, units and names of kinds; ids are for --json', async () => {
  const folder = await workFolder();
  await writeFile(path.join(folder, '答案.json'), JSON.stringify(secondAnswers()));
  await paperPdf(path.join(folder, '附件', '土地', '土地证.pdf'), ['land']);
  await chengce(['new', '答案.json', '--out', '草稿.chengce', '--attachments', '附件', ...CALLS], {
    cwd: folder,
  });
  const run = await chengce(['show', '草稿.chengce', ...CALLS], { cwd: folder });
  expect(run.code).toBe(0);
  expect(run.stderr).toMatch(/项目投入（元）　900,000\.00/);
  expect(run.stderr).toContain('　否');
  expect(run.stderr).toMatch(/附件（.*\p{Script=Han}.*）土地证\.pdf　1 页/u);
  expect(run.stderr).not.toMatch(/work\.spendFen|90000000|false|greenhouse|\bfarm\b|\bland\b/);

  const bare = await chengce(['show', '草稿.chengce'], { cwd: folder });
  expect(bare.code).toBe(0);
  expect(bare.stderr).toContain('本软件没有通知');
  expect(bare.stderr).not.toContain('work.spendFen');
});
