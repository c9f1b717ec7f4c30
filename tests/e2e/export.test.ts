import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PackageManifest } from '../../shared/documents/packageManifest.ts';
import { chengce } from '../cli/chengce.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { type OpenedSample, openSample } from './openSample.ts';
import { ExportPage } from './pages/ExportPage.ts';
import { FieldsPage } from './pages/FieldsPage.ts';

/** Exports work on some 200 pages and read them all again. */
const PATIENCE = 180_000;
let out: string;

beforeAll(async () => {
  out = await mkdtemp(path.join(os.tmpdir(), '成品 输出-'));
});

afterAll(async () => {
  await rm(out, { recursive: true, force: true });
});

async function folderFor(name: string): Promise<string> {
  const folder = path.join(out, name);
  await mkdir(folder);
  return folder;
}

describe('an export of a finished application in the real program', () => {
  let sample: OpenedSample;
  let page: ExportPage;

  beforeAll(async () => {
    sample = await openSample('5g-workshop');
    page = new ExportPage(sample.page, sample.app);
    await page.open();
  });
  afterAll(async () => {
    await sample?.close();
  });

  it('says beforehand what will be made', { timeout: PATIENCE }, async () => {
    await page.region('成品').getByText('可以导出正式稿').waitFor();
    await page.region('将要做成').getByText('206 页').waitFor({ timeout: 60_000 });
    await page.region('将要做成').getByText('103 张，双面印刷').waitFor();
  });

  it('does nothing when no folder is chosen', async () => {
    await page.willChoose(null);
    await page.button('选择文件夹并导出…').click();
    await page.button('选择文件夹并导出…').waitFor();
  });

  it('leaves nothing when it is cancelled half-way', { timeout: PATIENCE }, async () => {
    const folder = await folderFor('取消 的');
    await page.start(folder);
    await page.stage('装订附件').waitFor({ timeout: PATIENCE });
    await page.button('取消').click();
    await sample.page.getByText('已取消导出，没有留下任何文件。').waitFor({ timeout: 30_000 });
    expect(await readdir(folder)).toEqual([]);
    const workers = await sample.app.evaluate(
      ({ app }) =>
        app.getAppMetrics().filter(({ type, name }) => type === 'Utility' && name === 'chengce-worker')
          .length,
    );
    // The one of the preview, and those that draw pages of files, are kept.
    expect(workers).toBeLessThan(4);
  });

  it('makes the final package, and tells what its proof saw', { timeout: PATIENCE }, async () => {
    const folder = await folderFor('正式 成品');
    await page.start(folder);
    await page.result.getByText('正式稿已导出').waitFor({ timeout: PATIENCE });
    const manifest = PackageManifest.parse(
      JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')),
    );
    expect(manifest).toMatchObject({ final: true, pages: 206, reasons: [] });
    expect((await readdir(folder)).sort()).toEqual(
      [...manifest.files.map(({ name }) => name), 'manifest.json'].sort(),
    );
    await page.region('复核').getByText(`复核：${manifest.proof.length} 项全部相符`).waitFor();
    await page.region('盖章').getByText('财务专用章').first().waitFor();
    const verified = await chengce(['verify', folder]);
    expect(verified.stderr + verified.stdout).toContain('相符');
    expect(verified.code).toBe(0);
  });

  it('opens the folder and the files it made, and nothing else', async () => {
    await sample.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Reflect.set(globalThis, 'opened', opened);
      Reflect.set(shell, 'showItemInFolder', (file: string) => opened.push(file));
      Reflect.set(shell, 'openPath', async (file: string) => {
        opened.push(file);
        return '';
      });
      return true;
    });
    await page.button('打开文件夹').click();
    await page.button('打开 PDF').click();
    await page.button('打开 Word').click();
    await page.button('打开装订与盖章清单').click();
    const opened = () => sample.app.evaluate(() => Reflect.get(globalThis, 'opened') as string[]);
    await expect.poll(async () => (await opened()).length).toBe(4);
    const files = await opened();
    expect(files.map((file) => path.extname(file))).toEqual(['.pdf', '.pdf', '.docx', '.pdf']);
    for (const file of files) {
      expect(path.dirname(file)).toBe(path.join(out, '正式 成品'));
      expect(existsSync(file)).toBe(true);
    }
  });

  it('says that its files are no longer the newest once the draft changed', async () => {
    const notice = sample.page.getByText('导出之后草稿又有改动');
    expect(await notice.count()).toBe(0);
    const fields = new FieldsPage(sample.page);
    await fields.goTo('申报表');
    await fields.type('project.leader', '王某某');
    await page.open();
    await notice.waitFor();
  });
});

describe('an export of an application with much left to fill in', () => {
  let program: OpenedProgram;
  let page: ExportPage;

  beforeAll(async () => {
    program = await openDraft({ answers: { 'project.name': '还没填完的项目' } });
    page = new ExportPage(program.page(), program.app());
    await page.open();
  });
  afterAll(async () => {
    await program?.close();
  });

  it('says that it will be 草稿, why, and leads to what is missing', async () => {
    await page.region('成品').getByText('现在导出的是草稿').waitFor();
    await page
      .region('成品')
      .getByText(/项必需的内容待填/)
      .waitFor();
    await page.region('成品').getByRole('listitem').first().getByRole('button').click();
    await expect
      .poll(() => program.page().getByRole('heading', { level: 1 }).first().textContent())
      .not.toContain('预览与导出');
    await page.open();
  });

  it('makes a 草稿 that says so', { timeout: PATIENCE }, async () => {
    const folder = await folderFor('草稿 的');
    await page.start(folder);
    await page.result.getByText('草稿已导出').waitFor({ timeout: PATIENCE });
    expect((await readdir(folder)).filter((name) => name.includes('（草稿）'))).toHaveLength(3);
    await page.result.getByText(/项必需的内容待填/).waitFor();
  });

  it('keeps what somebody has worked on since, under another name, and says so', {
    timeout: PATIENCE,
  }, async () => {
    const folder = path.join(out, '草稿 的');
    const word = (await readdir(folder)).find((name) => name.endsWith('.docx')) ?? '';
    await appendFile(path.join(folder, word), '批注');
    await page.button('再导出一次').click();
    await page.region('保留的文件').getByText('此前的版本').waitFor({ timeout: PATIENCE });
    expect((await readdir(folder)).filter((name) => name.includes('此前的版本'))).toHaveLength(1);
  });

  it('says what stands in the way in the folder, and goes on when it is gone', {
    timeout: PATIENCE,
  }, async () => {
    const folder = path.join(out, '草稿 的');
    const word = (await readdir(folder)).find((name) => name.endsWith('申报书（草稿）.docx')) ?? '';
    await rm(path.join(folder, word));
    await mkdir(path.join(folder, word));
    await page.button('再导出一次').click();
    await program
      .page()
      .getByText(/已有名为.+的文件夹/)
      .waitFor({ timeout: PATIENCE });
    await rm(path.join(folder, word), { recursive: true });
    await page.button('重试').click();
    await page.result.getByText('草稿已导出').waitFor({ timeout: PATIENCE });
  });
});
