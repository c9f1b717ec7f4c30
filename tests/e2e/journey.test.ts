import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCalls } from '../../main/tasks/knownCalls.ts';
import { readAnswers } from '../../main/tasks/readAnswers.ts';
import { projectRoot } from '../../scripts/setup/projectRoot.ts';
import type { Call, SectionContent } from '../../shared/calls/schema/call.ts';
import { PackageManifest } from '../../shared/documents/packageManifest.ts';
import type { Application } from '../../shared/entities/application.ts';
import type { Invoice } from '../../shared/entities/invoice.ts';
import { chengce } from '../cli/chengce.ts';
import { chooseFile } from './chooseFile.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { AttachmentsPage } from './pages/AttachmentsPage.ts';
import { ChecksPage } from './pages/ChecksPage.ts';
import { DirectionPage } from './pages/DirectionPage.ts';
import { ExportPage } from './pages/ExportPage.ts';
import { Filling } from './pages/Filling.ts';
import { GridPage } from './pages/GridPage.ts';
import { IndicatorsPage } from './pages/IndicatorsPage.ts';
import { PlanPage } from './pages/PlanPage.ts';
import { PreviewPages } from './pages/PreviewPages.ts';
import { StartPage } from './pages/StartPage.ts';
import { Workspace } from './pages/Workspace.ts';
import { setClipboard } from './setClipboard.ts';
import { budgetSheet, invoiceSheet, ledgerSheet } from './spreadsheet.ts';
import { storedIn } from './storedIn.ts';
import { wordHtml } from './wordHtml.ts';

// Somebody who has never seen the program, from nothing to the files that are handed in, with the mouse: words are
// typed, tables come from a spreadsheet, evidence is dropped. What they have on their desk is the shipped sample.

const PATIENCE = 180_000;
const sample = path.join(projectRoot, 'assets/samples/5g-workshop');
let call: Call;
let wanted: Application;
let desk: string;
let program: RunningProgram;
let work: Workspace;
let filling: Filling;
let grid: GridPage;
/** Findings open when only the direction was chosen. */
let openAtFirst = 0;
const file = () => path.join(desk, '我的 申报', '5G 数字化车间.chengce');

beforeAll(async () => {
  const answers = await readAnswers(path.join(sample, 'answers.json'), knownCalls());
  if (!answers.ok) throw new Error(answers.problem.message);
  call = answers.call;
  wanted = answers.application;
  desk = await mkdtemp(path.join(os.tmpdir(), '成册 旅程-'));
  await mkdir(path.dirname(file()));
  program = await launchProgram();
  // Asked while it still starts, main's answer may be lost.
  await new StartPage(program.page).shown();
  await program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 700),
  );
  work = new Workspace(program.page);
  filling = new Filling(program.page, call);
  grid = new GridPage(program.page, () => program.app);
});

afterAll(async () => {
  await program?.close();
  await rm(desk, { recursive: true, force: true });
});

/** The section that holds something, and its title. */
function sectionWith(content: SectionContent): { readonly id: string; readonly title: string } {
  const section = call.sections.find(({ holds }) => holds.includes(content));
  if (section === undefined) throw new Error(`the call has no section with ${content}`);
  return section;
}

/** Errors, warnings and what is 待填, as the foot of the window counts them. */
async function openFindings(): Promise<number> {
  await program.page.waitForTimeout(800);
  const words = await program.page.getByRole('button', { name: /(错误|警告|待填) \d/ }).allTextContents();
  return words.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0] ?? 0), 0);
}

/** Rows without the ids the window gave them. */
function withoutIds(rows: readonly { readonly id: string }[]): readonly object[] {
  return rows.map(({ id: _, ...row }) => row);
}

/** Clicks the empty table and pastes what the spreadsheet has. */
async function pasteInto(words: string): Promise<void> {
  await program.page.getByRole('group', { name: /还没有内容/ }).click();
  await grid.paste(words);
  await program.page.getByRole('region', { name: '粘贴结果' }).waitFor();
}

describe('from 新建 to 导出', () => {
  it('makes a draft where the person says', async () => {
    const start = new StartPage(program.page);
    await chooseFile(program.app, file());
    await start.newDraft().click();
    await start
      .dialog()
      .getByRole('button', { name: /选择保存位置/ })
      .click();
    await work.shown();
    // What comes next is said, and one click away.
    await program.page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(sectionWith('direction').title) })
      .first()
      .click();
    await work.heading(sectionWith('direction').title).waitFor();
  });

  it('takes the direction first, then what the cover asks', async () => {
    const chosen = call.directions.find(({ id }) => id === wanted.direction.id);
    const page = new DirectionPage(program.page);
    await page.choose(chosen?.label ?? '');
    for (const id of wanted.direction.scenarioIds)
      await page.scenario(chosen?.scenarios.find((one) => one.id === id)?.label ?? '').check();
    await filling.fields(sectionWith('direction').id, wanted.answers);
    await work.saved();
    openAtFirst = await openFindings();
    expect(openAtFirst).toBeGreaterThan(20);
  }, 60_000);

  it('takes the fields of every section without rows of its own', async () => {
    const rest = call.sections.filter(({ holds }) => !holds.includes('direction'));
    for (const { id, title } of rest) {
      if (!call.fields.some(({ section }) => section === id)) continue;
      await work.goTo(title);
      await filling.fields(id, wanted.answers);
    }
    await work.saved();
  }, 60_000);

  it('registers the consortium, the applicant with one click', async () => {
    const { page } = program;
    await work.goTo(sectionWith('consortium').title);
    for (const member of wanted.consortium) {
      const name = member.lead ? '把申报单位登记为牵头单位' : '登记一家单位';
      await page.getByRole('main').getByRole('button', { name }).click();
      await filling.member(member);
    }
    await work.saved();
  }, 30_000);

  it('sets the targets and sees that they reach', async () => {
    await work.goTo(sectionWith('targets').title);
    const page = new IndicatorsPage(program.page);
    for (const [id, value] of Object.entries(wanted.targets)) {
      await page.reach(id, String(value));
      await page
        .target(id)
        .filter({ hasText: /[^未]达到/ })
        .waitFor();
    }
    for (const [index, { name, value }] of wanted.ownIndicators.entries()) {
      await page.add();
      await page.name(index + 1).fill(name);
      await page.value(index + 1).fill(value);
    }
    await work.saved();
  }, 30_000);

  it('pastes the budget from a spreadsheet', async () => {
    await grid.open(sectionWith('budget').title);
    await pasteInto(budgetSheet(call, wanted.budget));
    expect(await grid.sum('全部')).toContain(`${wanted.budget.length} 行`);
    await program.page.locator('[data-agrees="true"]').waitFor();
  });

  it('pastes the invoices and says what is special of the red one', async () => {
    await grid.open(sectionWith('invoices').title);
    await pasteInto(invoiceSheet(call, wanted.invoices));
    expect(await grid.sum('全部')).toContain(`${wanted.invoices.length} 行`);
    await program.page.getByRole('button', { name: '影像与详情' }).click();
    for (const { number, redLetterOf } of wanted.invoices.filter((one) => one.redLetterOf !== null)) {
      const search = program.page.getByRole('textbox', { name: '在表中查找' });
      await search.fill(number);
      await program.page.locator('.ag-row', { hasText: number }).locator('[col-id="number"]').click();
      const detail = program.page.getByRole('region', { name: /发票的详情/ });
      // What stands beside the table follows the focus when hands rest.
      await detail.getByRole('heading', { name: number }).waitFor();
      await detail.getByLabel(/冲红的蓝字发票号码/).fill(redLetterOf?.number ?? '');
      await search.fill('');
    }
    await work.saved();
  }, 30_000);

  it('pastes the R&D ledgers', async () => {
    const { page } = program;
    await grid.open(sectionWith('ledger').title);
    for (const project of wanted.ledger) {
      await page.getByRole('button', { name: '新增一本辅助账' }).click();
      await page.getByLabel('研发项目名称').fill(project.name);
      await page.getByLabel('项目编号').fill(project.code);
      await page.getByLabel('完成情况').fill(project.status);
      await page.getByLabel('年度', { exact: true }).fill(String(project.year));
      await page.getByLabel('支出类型').click();
      await filling.option(project.expenseType ?? '');
      await page.getByLabel('期初余额').fill('0');
      await pasteInto(ledgerSheet(project.rows));
      expect(await grid.sum('全部')).toContain(`${project.rows.length} 行`);
    }
    await work.saved();
  }, 30_000);

  it('writes the plan: typed, and pasted from a word processor', async () => {
    const page = new PlanPage(program.page);
    const items = call.outline.flatMap(({ items: inside }) => inside);
    for (const [id, text] of Object.entries(wanted.plan)) {
      const item = items.find((one) => one.id === id);
      await page.open(item?.title ?? '');
      await page.text.click();
      if (text.content.every(({ type }) => type === 'paragraph')) {
        await page.write('先写一句。');
        await page.press('Enter');
      }
      await page.paste(program.app, { html: wordHtml(call, wanted, text), text: '' });
      await expect.poll(async () => (await page.words()).length).toBeGreaterThan(0);
    }
    const picture = await readFile(path.join(sample, 'attachments/plan-images/总体架构.png'));
    await page.open(items.find(({ id }) => id === 'plan.2.4')?.title ?? '');
    await page.toEnd();
    await setClipboard(program.app, { png: picture });
    await page.press('ControlOrMeta+V');
    await page.text.locator('img').first().waitFor();
    await page.saved();
  }, 60_000);

  it('takes a whole folder of evidence and gives every copy to its invoice', async () => {
    const folder = await evidence();
    const page = new AttachmentsPage(program.page);
    await page.open(sectionWith('attachments').title);
    await page.drop([folder]);
    await page.sheet().waitFor({ timeout: 60_000 });
    expect(await page.sheet().textContent()).not.toContain('没认出类别');
    await page.finishSheet();
    await work.saved();
    expect(await openFindings()).toBeLessThan(openAtFirst);
    const lacking = await program.page.locator('main [data-kind][data-status="missing"]').count();
    expect(lacking).toBe(0);
  }, 90_000);

  it('has nothing left in the checks', async () => {
    const page = new ChecksPage(program.page);
    await page.open();
    await expect.poll(() => page.keys()).toEqual([]);
    expect(await openFindings()).toBe(0);
  });

  it(
    'shows the real pages',
    async () => {
      const page = new PreviewPages(program.page);
      await page.openBeside();
      await page.reads(String(wanted.answers[call.roles.projectName]));
    },
    PATIENCE,
  );

  it(
    'exports what can be handed in, and the proof holds',
    async () => {
      const out = path.join(desk, '成品 报送');
      await mkdir(out);
      const page = new ExportPage(program.page, program.app);
      await page.open();
      await page.region('成品').getByText('可以导出正式稿').waitFor();
      await page.start(out);
      await page.result.getByText('正式稿已导出').waitFor({ timeout: PATIENCE });
      const names = await readdir(out);
      for (const end of ['.pdf', '.docx', 'manifest.json'])
        expect(names.filter((name) => name.endsWith(end))).not.toEqual([]);
      const manifest = PackageManifest.parse(
        JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8')),
      );
      expect(manifest).toMatchObject({ final: true, reasons: [] });
      const verified = await chengce(['verify', out, '--json']);
      expect(verified.json()).toMatchObject({ ok: true });
    },
    PATIENCE,
  );

  it('has in the file what the person had on the desk', async () => {
    await work.find('关闭草稿');
    await new StartPage(program.page).shown();
    const stored = storedIn(file());
    expect(stored.answers).toEqual(wanted.answers);
    expect(stored.direction).toEqual(wanted.direction);
    expect(stored.targets).toEqual(wanted.targets);
    expect(withoutIds(stored.consortium)).toEqual(withoutIds(wanted.consortium));
    expect(withoutIds(stored.ownIndicators)).toEqual(withoutIds(wanted.ownIndicators));
    expect(withoutIds(stored.budget)).toEqual(withoutIds(wanted.budget));
    // Check codes, lines and copies of the invoices are not in the spreadsheet.
    const told = (one: Invoice) => ({ ...one, id: '', checkCode: '', lines: [], copies: [] });
    expect(stored.invoices.map(told)).toEqual(wanted.invoices.map(told));
    expect(stored.ledger.map(({ rows }) => withoutIds(rows))).toEqual(
      wanted.ledger.map(({ rows }) => withoutIds(rows)),
    );
    expect(Object.keys(stored.plan).sort()).toEqual(Object.keys(wanted.plan).sort());
    expect(stored.invoices.filter(({ copies }) => copies.length !== 1)).toEqual([]);
  });
});

/** The sample's evidence as people keep it: a folder a kind, copies of invoices named by their numbers. */
async function evidence(): Promise<string> {
  const folder = path.join(desk, '证明 材料');
  const given = path.join(sample, 'attachments');
  const copies = call.attachments.find(({ rowsOf }) => rowsOf === 'invoices')?.id ?? '';
  for (const kind of await readdir(given)) {
    if (kind === 'plan-images' || kind === copies) continue;
    const label = call.attachments.find(({ id }) => id === kind)?.label ?? kind;
    await cp(path.join(given, kind), path.join(folder, label), { recursive: true });
  }
  await mkdir(path.join(folder, '发票'));
  for (const { code, number, copies: names } of wanted.invoices) {
    for (const name of names)
      await cp(path.join(given, name), path.join(folder, '发票', `${code}${number}${path.extname(name)}`));
  }
  return folder;
}
