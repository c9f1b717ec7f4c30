import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFile } from './chooseFile.ts';
import { type CreatedDraft, createDraft } from './createDraft.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { StartPage } from './pages/StartPage.ts';
import { Workspace } from './pages/Workspace.ts';
import { startSecond } from './startSecond.ts';

let program: RunningProgram;
let start: StartPage;
let work: Workspace;
let draft: CreatedDraft;
const said: string[] = [];

beforeAll(async () => {
  draft = await createDraft({ answers: { 'project.name': '五号车间' } });
  program = await launchProgram();
  start = new StartPage(program.page);
  work = new Workspace(program.page);
  program.page.on('console', (message) => said.push(message.text()));
  await start.shown();
});

afterAll(async () => {
  await program?.close();
  await rm(draft.folder, { recursive: true, force: true });
});

describe('the start page in the real window', () => {
  it('says what the program is, which calls it knows, and what the journey is', async () => {
    const { page } = program;
    await page.getByText('2020-02-10 截止').waitFor();
    expect(await page.title()).toBe('成册');
    const text = (await page.locator('#root').textContent()) ?? '';
    for (const words of [
      '离线准备、检查、装订政府项目申报材料',
      '工业互联网试点示范项目',
      '已截止',
      '还没有草稿',
      '先选方向',
      '预览、导出',
      '版本 0.1.0',
    ])
      expect(text).toContain(words);
  });

  it('fits the smallest window and 200 % zoom without a horizontal scroll bar, in both themes', async () => {
    const { page, app } = program;
    for (const zoom of [1, 2]) {
      await app.evaluate(({ BrowserWindow }, factor) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(1366, 700);
        window?.webContents.setZoomFactor(factor);
        return true;
      }, zoom);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(150);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over).toBeLessThanOrEqual(0);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1);
      return true;
    });
  });

  it('makes a new draft where the person says, and asks nothing more', async () => {
    const file = path.join(draft.folder, '新的 申报.chengce');
    await chooseFile(program.app, file);
    await start.newDraft().click();
    await start.dialog().getByText('工业互联网试点示范项目').waitFor();
    await start
      .dialog()
      .getByRole('button', { name: /选择保存位置/ })
      .click();
    await work.shown();
    expect(await work.head().textContent()).toContain('新的 申报.chengce');
    expect(await program.page.locator('main').textContent()).toContain('新的申报');
  });

  it('stays where it is when the person cancels', async () => {
    await chooseFile(program.app, null);
    await program.page.keyboard.press('Control+O');
    await program.page.waitForTimeout(300);
    expect(await work.head().textContent()).toContain('新的 申报.chengce');
  });

  it('opens another draft over the one that is open', async () => {
    await chooseFile(program.app, draft.file);
    await program.page.keyboard.press('Control+O');
    await work.heading('五号车间').waitFor();
    expect(await work.head().textContent()).toContain('申报 草稿.chengce');
  });

  it('keeps the company for the next application and fills it in there', async () => {
    const { page } = program;
    await work.goTo('申报单位');
    await work.input('applicant.name').fill('重庆甲机械有限公司');
    await work.saved();
    await work.find('存入公司资料库');
    await work.dialog().getByRole('button', { name: '存入' }).click();
    await page.getByText('已存入公司资料库').waitFor();

    await chooseFile(program.app, path.join(draft.folder, '第二份.chengce'));
    await page.keyboard.press('Control+N');
    await work.dialog().getByRole('combobox').selectOption({ label: '重庆甲机械有限公司' });
    await work
      .dialog()
      .getByRole('button', { name: /选择保存位置/ })
      .click();
    await page.getByText('第二份.chengce').first().waitFor();
    await work.goTo('申报单位');
    expect(await work.input('applicant.name').inputValue()).toBe('重庆甲机械有限公司');
  });

  it('lists the drafts opened before, with progress and deadline, and lets a lost one go', async () => {
    const { page } = program;
    await page.keyboard.press('Control+W');
    await start.shown();
    const mine = start.recents().filter({ hasText: '五号车间' });
    await mine.waitFor();
    expect(await start.recents().count()).toBe(3);
    expect(await mine.textContent()).toMatch(/\d+\/10/);
    expect(await mine.textContent()).toContain('已截止');
    await rm(path.join(draft.folder, '第二份.chengce'));
    await mine.getByRole('button').click();
    await work.heading('五号车间').waitFor();
    await page.keyboard.press('Control+W');
    const lost = start.recents().filter({ hasText: '文件不在原来的位置' });
    await lost.getByRole('button', { name: '移出列表' }).click();
    await lost.waitFor({ state: 'detached' });
    expect(await start.recents().count()).toBe(2);
  });

  it('opens a sample to explore, as a copy', async () => {
    await start.samples().first().click();
    await work.shown();
    expect(await work.head().textContent()).toContain('示例副本');
  });

  it('breaks no rule of the content security policy on all of this way', () => {
    expect(said.filter((text) => /content security|refused to|violates/i.test(text))).toEqual([]);
  });
});

describe('a second start', () => {
  it('ends at once and leaves the first window as it was', async () => {
    expect(await startSecond(program.dataFolder)).toBe(0);
    expect(await program.page.evaluate(() => document.title)).toBe('成册');
    expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
