import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import { chooseFile } from './chooseFile.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { Keyboard } from './pages/Keyboard.ts';
import { StartPage } from './pages/StartPage.ts';
import { Workspace } from './pages/Workspace.ts';
import { storedIn } from './storedIn.ts';

const call = newestCall(knownCalls());

describe('the journey without a mouse', () => {
  let desk: string;
  let program: RunningProgram;
  let keys: Keyboard;
  let work: Workspace;
  const file = () => path.join(desk, '只用 键盘.chengce');

  beforeAll(async () => {
    desk = await mkdtemp(path.join(os.tmpdir(), '成册 键盘-'));
    program = await launchProgram();
    keys = new Keyboard(program.page);
    work = new Workspace(program.page);
    await new StartPage(program.page).shown();
  });
  afterAll(async () => {
    await program?.close();
    await rm(desk, { recursive: true, force: true });
  });
  afterEach(() => {
    expect(keys.troubles.splice(0)).toEqual([]);
  });

  it('begins a draft from the start page', async () => {
    await chooseFile(program.app, file());
    await keys.tabTo(/^新建申报/);
    await keys.press('Enter');
    await program.page.getByRole('dialog').getByRole('radio').first().waitFor();
    await keys.keepsFocus('the dialog opened');
    await keys.press('Enter');
    await work.shown();
    await keys.keepsFocus('the draft opened');
  });

  it('chooses a direction and a scenario', async () => {
    const direction = call?.directions.find(({ scenarios }) => scenarios.length > 0);
    await keys.find(call?.sections.find(({ holds }) => holds.includes('direction'))?.title ?? '');
    await keys.keepsFocus('going to a section');
    await keys.tabTo(`选这个方向：${direction?.label}`);
    await keys.press('Enter');
    await keys.keepsFocus('the direction was chosen');
    await keys.tabTo(direction?.scenarios[0]?.label ?? '');
    await keys.press('Space');
    await work.saved();
  });

  it('fills a field of each type', async () => {
    const { page } = program;
    await keys.find('项目名称');
    await keys.arrived('project.name');
    await keys.type('只用键盘的车间');
    await keys.find('申报主体类型');
    await keys.arrived('applicant.kind');
    await keys.press('ArrowDown', 'ArrowDown', 'Enter');
    expect(await page.locator('[data-at="applicant.kind"] input').inputValue()).not.toBe('');
    await keys.find('具有独立法人资格');
    await keys.arrived('applicant.legalPerson');
    await keys.press('Space');
    expect(await page.locator('[data-at="applicant.legalPerson"] input:checked').count()).toBe(1);
    await keys.find('项目建设开始年月');
    await keys.arrived('project.startMonth');
    await keys.type('2018年11月');
    await keys.tab();
    expect(await page.locator('[data-at="project.startMonth"] input').first().inputValue()).toBe('2018-11');
    await keys.find('项目总投资金额');
    await keys.arrived('project.totalFen');
    await keys.type('2860');
    await keys.tab();
    await keys.find('联系手机');
    await keys.type('13800000001');
    await keys.tab();
    await work.saved();
  });

  it('adds rows to a table, goes on in them and leaves the table again', async () => {
    const { page } = program;
    await keys.find('投资预算');
    await keys.tabTo('新增');
    await keys.press('Enter');
    await page.locator('.ag-cell input:focus').waitFor();
    await keys.type('网络');
    expect((await keys.tab()).name).toContain('第 1 行，投资内容');
    await keys.type('室内基站');
    await keys.tab();
    await keys.tab();
    await keys.type('2380');
    await keys.press('Enter');
    await keys.type('平台');
    await keys.press('Enter');
    await expect.poll(() => page.locator('.ag-row').count()).toBeGreaterThan(1);
    await keys.press('Escape');
    await keys.press('Escape');
    expect(await keys.where()).toMatchObject({ inGrid: false });
    await keys.keepsFocus('the table was left');
    await keys.press('Shift+Tab');
    expect(await keys.where()).toMatchObject({ inGrid: true });
    await keys.press('Shift+Escape');
    expect(await keys.where()).toMatchObject({ inGrid: false });
    await work.saved();
  });

  it('writes into the plan and comes out of it', async () => {
    await keys.find('方案 企业情况');
    await keys.arrived('plan.1.2');
    await keys.type('公司从事壳体制造。');
    await keys.tab();
    expect((await keys.where()).at).not.toBe('plan.1.2');
    await keys.keepsFocus('the text was left');
    await work.saved();
  });

  it('jumps from the checks to what is to be filled', async () => {
    await keys.press('Control+Shift+M');
    await work.heading('检查').waitFor();
    await keys.tabTo(/^去/);
    await keys.press('Enter');
    await work.heading('检查').waitFor({ state: 'detached' });
    await expect.poll(async () => (await keys.where()).at).not.toBe(null);
    await keys.keepsFocus('a jump');
    await keys.press('Alt+ArrowLeft');
    await work.heading('检查').waitFor();
    await keys.keepsFocus('going back');
  });

  it('exports, and closes the draft', async () => {
    const out = path.join(desk, '成品');
    await mkdir(out);
    await chooseFile(program.app, out);
    await keys.press('Control+E');
    await work.heading('预览与导出').waitFor();
    await keys.tabTo('选择文件夹并导出');
    await keys.press('Enter');
    await keys.keepsFocus('the export began');
    await program.page.getByText('草稿已导出').waitFor({ timeout: 90_000 });
    await keys.keepsFocus('the export was finished');
    expect((await readdir(out)).some((name) => name.endsWith('.pdf'))).toBe(true);
    await keys.press('Control+W');
    await new StartPage(program.page).shown();
    await keys.keepsFocus('the draft was closed');
    const stored = storedIn(file());
    expect(stored.answers).toMatchObject({
      'project.name': '只用键盘的车间',
      'applicant.legalPerson': true,
      'project.startMonth': '2018-11',
      'project.totalFen': 2_860_000_000,
    });
    expect(stored.budget[0]).toMatchObject({ item: '室内基站', amountFen: 2_380_000_000 });
  }, 120_000);
});
