import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCall } from '../../main/calls/loadCalls.ts';
import { appFolder } from '../../scripts/setup/appFolder.ts';
import { projectRoot } from '../../scripts/setup/projectRoot.ts';
import type { Call } from '../../shared/calls/schema/call.ts';
import { chooseFile } from './chooseFile.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { DirectionPage } from './pages/DirectionPage.ts';
import { ExportPage } from './pages/ExportPage.ts';
import { Filling } from './pages/Filling.ts';
import { PreviewPages } from './pages/PreviewPages.ts';
import { StartPage } from './pages/StartPage.ts';
import { Workspace } from './pages/Workspace.ts';
import { storedIn } from './storedIn.ts';

// Calls are data: a call nobody had in mind when the window was written is put beside the first, and all of the
// window has to follow it.

const callFile = path.join(projectRoot, 'tests/fixtures/calls/zj-agri-2031.json');
const answers = {
  'org.title': '安吉示例茶业有限公司',
  'org.tel': '0572-5000000',
  'work.title': '白茶数字工厂',
  'work.begin': '2031-02',
  'work.brief': '从鲜叶到包装全程可追溯',
} as const;
let desk: string;
let call: Call;
let program: RunningProgram;
let work: Workspace;
const said: string[] = [];
const file = () => path.join(desk, '另一份 通知.chengce');

beforeAll(async () => {
  const loaded = loadCall(callFile);
  if (!loaded.ok) throw new Error('the second call cannot be read');
  call = loaded.call;
  desk = await mkdtemp(path.join(os.tmpdir(), '成册 通知-'));
  program = await launchProgram({ appFolder: await withCall(callFile) });
  program.page.on('pageerror', (error) => said.push(String(error)));
  work = new Workspace(program.page);
  await new StartPage(program.page).shown();
});

afterAll(async () => {
  await program?.close();
  await rm(desk, { recursive: true, force: true });
});

describe('a second call, known only by its file', () => {
  it('is offered beside the first and begun like it', async () => {
    const start = new StartPage(program.page);
    await chooseFile(program.app, file());
    await start.newDraft().click();
    await start.dialog().getByRole('radio').nth(1).waitFor();
    await start.dialog().locator('label').filter({ hasText: call.identity.name }).click();
    await start
      .dialog()
      .getByRole('button', { name: /选择保存位置/ })
      .click();
    await work.shown();
    const listed = await work.list().getByRole('listitem').allTextContents();
    for (const [index, { title }] of call.sections.entries()) expect(listed[index]).toContain(title);
    expect(await work.head().textContent()).toContain(call.submission.deadline);
  });

  it('shows every section with its fields', async () => {
    for (const { id, title } of call.sections) {
      await work.goTo(title);
      await program.page.waitForTimeout(200);
      expect(await program.page.getByRole('alert').allTextContents()).toEqual([]);
      for (const field of call.fields.filter(({ section }) => section === id))
        await program.page.locator(`main [data-at="${field.id}"]`).first().waitFor();
    }
    expect(said).toEqual([]);
  });

  it('takes answers, a direction and words of the plan, and judges by its own rules', async () => {
    const filling = new Filling(program.page, call);
    for (const { id, title } of call.sections) {
      if (!call.fields.some((field) => field.section === id && field.id in answers)) continue;
      await work.goTo(title);
      await filling.fields(id, answers);
    }
    await work.goTo(call.sections.find(({ holds }) => holds.includes('direction'))?.title ?? '');
    await new DirectionPage(program.page).choose(call.directions[0]?.label ?? '');
    await work.goTo(call.sections.find(({ holds }) => holds.includes('plan'))?.title ?? '');
    await program.page.locator('main .ProseMirror').first().click();
    await program.page.keyboard.type('茶园四百亩，清洁化加工线两条。');
    await work.saved();
    await work.goTo('检查');
    await program.page.locator('main [data-finding]').first().waitFor();
  });

  it('prints its own form in the preview and exports a draft', async () => {
    await new PreviewPages(program.page).openBeside();
    const out = path.join(desk, '成品');
    await mkdir(out);
    const page = new ExportPage(program.page, program.app);
    await page.open();
    await page.start(out);
    await page.result.getByText('草稿已导出').waitFor({ timeout: 90_000 });
    expect((await readdir(out)).filter((name) => /\.(pdf|docx)$/.test(name)).length).toBeGreaterThan(2);
  }, 120_000);

  it('has it all on the disk', async () => {
    await work.find('关闭草稿');
    await new StartPage(program.page).shown();
    const stored = storedIn(file());
    expect(stored.call).toEqual({ id: call.id, revision: call.revision });
    expect(stored.answers).toMatchObject(answers);
    expect(stored.direction.id).toBe(call.directions[0]?.id);
    expect(said).toEqual([]);
  });
});

/** The built application once more, with this call beside those it ships. */
async function withCall(added: string): Promise<string> {
  const folder = path.join(desk, 'program');
  const assets = path.join(folder, 'assets');
  await mkdir(assets, { recursive: true });
  await cp(path.join(appFolder, 'package.json'), path.join(folder, 'package.json'));
  await cp(path.join(appFolder, 'out'), path.join(folder, 'out'), { recursive: true });
  await symlink(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  for (const name of await readdir(path.join(projectRoot, 'assets'))) {
    const from = path.join(projectRoot, 'assets', name);
    if (name === 'calls') await cp(from, path.join(assets, name), { recursive: true });
    else await symlink(from, path.join(assets, name), 'junction');
  }
  await cp(added, path.join(assets, 'calls', path.basename(added)));
  return folder;
}
