import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorpusFile } from '../fixtures/evidence/corpusFile.ts';
import { makeCorpus } from '../fixtures/evidence/makeCorpus.ts';
import { workbook } from '../fixtures/evidence/sheet/workbook.ts';
import { violationsInBoth } from './axeViolations.ts';
import { createDraft } from './createDraft.ts';
import { killProgram } from './killProgram.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { EvidencePage } from './pages/EvidencePage.ts';
import { GridPage } from './pages/GridPage.ts';
import { Workspace } from './pages/Workspace.ts';
import { storedIn } from './storedIn.ts';

let folder: string;
let draft: Awaited<ReturnType<typeof createDraft>>;
let program: RunningProgram;
let evidence: EvidencePage;
let grid: GridPage;
let work: Workspace;
let corpus: readonly CorpusFile[];

type Lists = {
  readonly wrong: string;
  readonly plain: string;
  readonly text: string;
  readonly strange: string;
};

/** A list in which one invoice has another total than its XML says, one whose plain 金额 nobody can tell, a text file with a column nobody knows, and one of odd heads. */
async function makeLists(): Promise<Lists> {
  const [xml] = corpus.filter(({ format }) => format === 'xml');
  const { number = '', totalFen = 0 } = xml?.invoices[0]?.fields ?? {};
  const wrong = path.join(folder, '台账.xlsx');
  await writeFile(
    wrong,
    workbook(
      [
        {
          name: '台账',
          rows: [
            ['发票号码', '价税合计', '用途'],
            [String(number), { number: (Number(totalFen) + 1000) / 100 }, '车间网络改造'],
          ],
        },
      ],
      'xlsx',
    ),
  );
  const plain = path.join(folder, '采购清单.xlsx');
  await writeFile(
    plain,
    workbook(
      [
        {
          name: '采购',
          rows: [
            ['2019 年采购清单'],
            ['序号', '发票号码', '供货方', '金额', '去处'],
            ['1', '24502000000012345001', '重庆示例供货有限公司', { number: 11300 }, '车间网络改造'],
            ['2', '24502000000012345002', '重庆示例供货有限公司', { number: 22600 }, '数据采集'],
          ],
        },
      ],
      'xlsx',
    ),
  );
  const strange = path.join(folder, '付款台账.xlsx');
  await writeFile(
    strange,
    workbook(
      [
        {
          name: '付款',
          rows: [
            ['单号', '开具单位', '实付', '备查'],
            ['24502000000012345003', '重庆示例供货有限公司', { number: 3390 }, '传感器'],
          ],
        },
      ],
      'xlsx',
    ),
  );
  const text = path.join(folder, '登记表.csv');
  await writeFile(text, '票号,开票日,含税金额（元）,经办部门\n24502000000012345004,2024.3.5,113,信息部\n');
  return { wrong, plain, text, strange };
}

let lists: Lists;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), '发票 与#账 '));
  corpus = await makeCorpus(path.join(folder, '发票'), { perKind: { xml: 2, ofd: 2, ledger: 2 } });
  lists = await makeLists();
  draft = await createDraft();
  await start();
}, 120_000);

afterAll(async () => {
  await program?.close().catch(() => undefined);
  await rm(folder ?? '', { recursive: true, force: true });
  await rm(draft?.folder ?? '', { recursive: true, force: true });
});

async function start(): Promise<void> {
  program = await launchProgram({ args: [draft.file], dataFolder: path.join(draft.folder, 'data') });
  await program.page.getByRole('navigation').first().waitFor();
  await program.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 700);
  });
  evidence = new EvidencePage(program.page);
  grid = new GridPage(program.page, () => program.app);
  work = new Workspace(program.page);
}

const invoicesIn = (format: CorpusFile['format']): number =>
  corpus.filter((file) => file.format === format).reduce((sum, { invoices }) => sum + invoices.length, 0);

const books = () => corpus.flatMap(({ ledger }) => ledger);

describe('files dropped on the window', () => {
  it('become rows, and the sheet says how many, which of them contradict, and what the tables are', async () => {
    const sheet = await evidence.drop(path.join(folder, '发票'), lists.wrong);
    const told = await evidence.read();
    const read = invoicesIn('xml') + invoicesIn('ofd');
    expect(told).toContain(`读出 ${read} 张发票（新增 ${read} 行）`);
    expect(told).toContain('1 张有矛盾');
    expect(told).toContain(`读入 ${books().length} 本辅助账`);
    expect(await violationsInBoth(program.page)).toEqual([]);
    await sheet.getByRole('button', { name: `去核对（${read} 张）` }).click();
    await evidence.queue().waitFor();
  }, 150_000);
});

describe('the queue', () => {
  it('begins with what contradicts, says both values, and takes the one that is chosen', async () => {
    expect(await evidence.focused()).toBe('totalFen');
    const total = evidence.field('totalFen');
    const claims = total.getByRole('list', { name: '各处读出的内容' }).getByRole('listitem');
    expect(await claims.count()).toBe(2);
    const before = await evidence.value('totalFen');
    expect(await total.textContent()).toContain('有矛盾');
    expect(await violationsInBoth(program.page)).toEqual([]);
    await total.getByRole('button', { name: /^取/ }).press('Enter');
    await expect.poll(() => evidence.value('totalFen')).not.toBe(before);
    await total.getByText('已选定：表格').waitFor();
    expect(await evidence.focused()).toBe('totalFen');
    await evidence.press('Control+Z');
    await expect.poll(() => evidence.value('totalFen')).toBe(before);
    await total.getByText('有矛盾').waitFor();
  });

  it('is not gone through by Enter alone while something is open: the first decides, the second finds it right', async () => {
    const [all, number] = [await evidence.left(), await evidence.value('number')];
    await evidence.queue().getByText('还有 1 处矛盾要您选定').waitFor();
    await evidence.field('use').locator('input').focus();
    await evidence.press('Enter');
    expect(await evidence.focused()).toBe('totalFen');
    await evidence.press('Enter');
    await evidence.field('totalFen').getByText('已选定：XML').waitFor();
    expect(await evidence.value('number')).toBe(number);
    expect(await evidence.left()).toBe(all);
  });

  it('finds an invoice right by Enter and goes on, comes back by Shift+Enter, and takes that back by Ctrl+Z', async () => {
    const all = await evidence.left();
    const first = await evidence.value('number');
    await evidence.press('Enter');
    await expect.poll(() => evidence.left()).toBe(all - 1);
    await expect.poll(() => evidence.value('number')).not.toBe(first);
    await evidence.press('Shift+Enter');
    await expect.poll(() => evidence.value('number')).toBe(first);
    await evidence.press('Control+Z');
    await expect.poll(() => evidence.left()).toBe(all);
    await evidence.press('Enter');
    await expect.poll(() => evidence.left()).toBe(all - 1);
  });

  it('shows on the page where the value in focus stands, and goes through the fields by arrows', async () => {
    // XML has no page: on to the first OFD.
    for (
      let step = 0;
      step < 6 && (await evidence.queue().locator('[data-pages] img').count()) === 0;
      step += 1
    )
      await evidence.press('PageDown');
    await evidence.queue().locator('[data-pages] img').first().waitFor();
    expect(await evidence.focused()).toBe('number');
    await evidence.highlight().waitFor({ timeout: 30_000 });
    expect(await violationsInBoth(program.page)).toEqual([]);
    const number = await evidence.highlight().boundingBox();
    while ((await evidence.focused()) !== 'totalFen') await evidence.press('ArrowDown');
    await expect.poll(async () => (await evidence.highlight().boundingBox())?.y).not.toBe(number?.y);
    while ((await evidence.focused()) !== 'number') await evidence.press('ArrowUp');
    await expect.poll(async () => (await evidence.highlight().boundingBox())?.y).toBe(number?.y);
  });

  it('changes the row by what is typed in it, and stays open', async () => {
    const [number, all] = [await evidence.value('number'), await evidence.left()];
    await evidence.field('use').locator('input').fill('数据采集');
    await evidence.press('Enter');
    await expect.poll(() => evidence.value('number')).not.toBe(number);
    await expect.poll(() => evidence.left()).toBe(all - 1);
    await evidence.press('Shift+Enter');
    await expect.poll(() => evidence.value('use')).toBe('数据采集');
  });

  it('confirms at once what was read without a doubt, in one step that is taken back', async () => {
    const all = await evidence.left();
    const button = evidence.queue().getByRole('button', { name: /全部确认读得确定的/ });
    const count = Number(/（(\d+) 张）/.exec((await button.textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(0);
    await button.click();
    await expect.poll(() => evidence.left()).toBe(all - count);
    await evidence.press('Control+Z');
    await expect.poll(() => evidence.left()).toBe(all);
    expect(await evidence.focused(), 'the keys go on').not.toBeNull();
    await evidence.press('Escape');
    await evidence.queue().waitFor({ state: 'detached' });
  });
});

describe('the table', () => {
  it('shows which rows were looked at, and narrows to those that were not', async () => {
    await grid.open('发票');
    // A small screen has room for how rows were looked at when nothing stands beside the table.
    await evidence.press('Control+B');
    await grid.page.getByRole('button', { name: '收起详情' }).click();
    const reviewed = grid.page.locator('.ag-row [col-id="reviewed"]');
    const seen = reviewed.filter({ hasText: '已核对' });
    await seen.nth(1).waitFor();
    expect(await seen.count()).toBe(2);
    const shown = await reviewed.allTextContents();
    await grid.filter('待核对');
    await expect.poll(async () => (await grid.rows()).length).toBe(shown.length - 2);
    await grid.filter('全部');
    await grid.page.getByRole('button', { name: '影像与详情' }).click();
    await evidence.press('Control+B');
  });

  it('says which rows lack a copy, in a list of its own', async () => {
    await grid.page.getByRole('button', { name: /^影像 缺/ }).click();
    const dialog = grid.page.getByRole('dialog', { name: '发票与影像的对应' });
    const rows = dialog.getByRole('list', { name: '还没有影像的行' }).getByRole('listitem');
    expect(await rows.count()).toBe(invoicesIn('xml'));
    expect(await violationsInBoth(program.page)).toEqual([]);
    await evidence.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('takes the whole drop back in one step, and does it again', async () => {
    const rows = (await grid.rows()).length;
    // Two confirmations and one use were typed since.
    for (let step = 0; step < 4; step += 1) await evidence.press('Control+Z');
    await expect.poll(() => grid.page.locator('.ag-row').count()).toBe(0);
    for (let step = 0; step < 4; step += 1) await evidence.press('Control+Shift+Z');
    await expect.poll(async () => (await grid.rows()).length).toBe(rows);
  });
});

describe('a list whose columns nobody can tell', () => {
  it('is asked about, read with what is chosen, and remembered', async () => {
    const rows = (await grid.rows()).length;
    const sheet = await evidence.drop(lists.plain);
    await sheet.getByRole('button', { name: '核对列：“采购清单.xlsx”' }).click();
    expect(await evidence.mapping().textContent()).toContain('含税还是不含税');
    expect(await violationsInBoth(program.page)).toEqual([]);
    // Another column answers nothing, and what was only tried is forgotten.
    await evidence.chooseMeaning('E', '用途');
    await evidence.mapping().getByText('还要选定：金额').waitFor();
    await evidence.mapping().getByRole('button', { name: '按这样导入' }).click();
    await evidence.mapping().getByText('请选定：金额').waitFor();
    await evidence.mapping().getByRole('button', { name: '不用这张表' }).click();
    await evidence.mapping().getByText('“采购”不用').waitFor();
    await evidence.mapping().getByRole('button', { name: '用这张表', exact: true }).click();
    await evidence.mapping().getByRole('button', { name: '取消' }).click();
    await evidence.mapping().waitFor({ state: 'detached' });
    await sheet.getByRole('button', { name: '核对列：“采购清单.xlsx”' }).click();
    await evidence.mapping().getByText('含税还是不含税').waitFor();
    await evidence.chooseMeaning('D', '价税合计');
    await evidence.chooseMeaning('E', '用途');
    await evidence.mapping().getByText('需要的列都对应上了，共 2 行数据').waitFor();
    await evidence.mapping().getByRole('button', { name: '按这样导入' }).click();
    await evidence.mapping().waitFor({ state: 'detached' });
    await expect.poll(() => evidence.read()).toContain('读出 2 张发票（新增 2 行）');
    await evidence.finishSheet();
    await expect.poll(async () => (await grid.rows()).length).toBe(rows + 2);
  });

  it('says which of its columns were not used, and a text file is called by its name', async () => {
    const sheet = await evidence.drop(lists.text);
    expect(await evidence.read()).toContain('登记表.csv发票清单，1 行');
    expect(await evidence.read()).toContain('经办部门 1 列没有用上');
    await sheet.getByRole('button', { name: '核对列：“登记表.csv”' }).click();
    await evidence.mapping().getByRole('region', { name: '“登记表.csv”的前几行' }).waitFor();
    await evidence.mapping().getByText('共 1 行数据；经办部门 1 列没有用上').waitFor();
    await evidence.mapping().getByRole('button', { name: '取消' }).click();
    await evidence.finishSheet();
  });

  it('is offered where its heads say nothing at all, and read by what a person says they hold', async () => {
    const rows = (await grid.rows()).length;
    const sheet = await evidence.drop(lists.strange);
    await sheet.getByText('没有认出是发票清单或研发辅助账').click();
    await sheet.getByRole('button', { name: '核对列：“付款台账.xlsx”' }).click();
    await evidence.mapping().getByText('没有认出“付款').waitFor();
    expect(await violationsInBoth(program.page)).toEqual([]);
    await evidence.chooseMeaning('A', '发票号码');
    await evidence.mapping().getByText('还要选定：金额').waitFor();
    // Esc puts away the list that is open, not the dialog with what was chosen in it.
    await evidence.mapping().getByRole('combobox', { name: /^D 列/ }).click();
    await evidence.mapping().locator('.ant-select-open').waitFor();
    await evidence.press('Escape');
    const openLists = '.ant-select-dropdown:not(.ant-select-dropdown-hidden)';
    await expect.poll(() => evidence.mapping().locator(openLists).count()).toBe(0);
    await evidence.chooseMeaning('C', '价税合计');
    await evidence.mapping().getByText('需要的列都对应上了，共 1 行数据').waitFor();
    await evidence.mapping().getByRole('button', { name: '按这样导入' }).click();
    await evidence.mapping().waitFor({ state: 'detached' });
    await expect.poll(() => evidence.read()).toContain('读出 1 张发票（新增 1 行）');
    await evidence.finishSheet();
    await expect.poll(async () => (await grid.rows()).length).toBe(rows + 1);
  });
});

describe('R&D ledgers', () => {
  it('stand on their page by project, with their style and sums', async () => {
    await work.goTo('研发辅助账');
    const cards = grid.page.getByRole('main').getByRole('listitem').filter({ hasText: '行凭证' });
    expect(await cards.count()).toBe(books().length);
    const words = (await cards.allTextContents()).join();
    for (const { style, rows } of books()) {
      expect(words).toContain(`${style} 年样式`);
      expect(words).toContain(`${rows.length} 行凭证`);
    }
    await grid.page.getByRole('button', { name: '导入辅助账…' }).waitFor();
  });
});

describe('the program killed and started again', () => {
  it('has every row, reading and confirmation', async () => {
    await work.saved();
    await killProgram(program.app);
    const { invoices, readings } = storedIn(draft.file);
    const confirmed = readings.filter((reading) => reading.confirmed).map(({ invoice }) => invoice);
    expect(new Set(confirmed).size).toBe(2);
    expect(invoices.find(({ number }) => number === '24502000000012345002')).toMatchObject({
      totalFen: 2_260_000,
      use: '数据采集',
      seller: { name: '重庆示例供货有限公司' },
    });
    await start();
    await work.shown();
    await grid.open('发票');
    await expect.poll(async () => (await grid.rows()).length).toBe(invoices.length);
    await evidence.openQueue();
    expect(await evidence.left()).toBe(new Set(readings.map(({ invoice }) => invoice)).size - 2);
  });
});
