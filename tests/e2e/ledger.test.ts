import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LedgerProject } from '../../shared/entities/ledger.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { GridPage } from './pages/GridPage.ts';

let program: OpenedProgram;
let grid: GridPage;

beforeAll(async () => {
  program = await openDraft({
    ledger: [
      LedgerProject.parse({
        id: 'old',
        name: '质检算法研发',
        year: 2019,
        openingFen: 0,
        rows: [
          {
            id: 'r1',
            date: '2019-03-01',
            voucherNumber: '1',
            voucherFen: 500_000,
            details: { personnel: 500_000 },
          },
          {
            id: 'r2',
            date: '2019-04-01',
            voucherNumber: '2',
            voucherFen: 300_000,
            details: { materials: 200_000 },
          },
        ],
        printedTotals: { voucherFen: 900_000 },
      }),
      LedgerProject.parse({ id: 'new', name: '平台研发', style: '2021' }),
    ],
  });
  grid = new GridPage(program.page(), program.app);
  await grid.open('研发辅助账');
  await grid.cell('r1', 'date').waitFor();
});

afterAll(async () => {
  await program?.close();
});

describe('the R&D ledger', () => {
  it('shows a sheet in the layout of its style, with its sums against what is printed', async () => {
    const heads = await grid.page.locator('.ag-header-cell-text').allTextContents();
    expect(heads).toContain('摘要');
    expect(heads).not.toContain('税法规定的归集金额（元）');
    const total = grid.page.locator('[data-total="voucherFen"]');
    expect(await total.textContent()).toContain('8,000.00');
    expect(await total.textContent()).toContain('账页比各行之和多 1,000.00 元');
    await total.getByRole('textbox').fill('8000');
    await expect.poll(() => total.textContent()).toContain('✓ 一致');
  });

  it('works the balances out in one step and marks the one that does not follow', async () => {
    await grid.page.getByRole('button', { name: '推算余额（2 行）' }).click();
    await grid.reach('balanceFen');
    expect(await grid.text('r1', 'balanceFen')).toBe('5,000.00');
    expect(await grid.text('r2', 'balanceFen')).toBe('8,000.00');
    await grid.focus('r2', 'balanceFen');
    await grid.type('7000');
    await grid.press('ArrowUp');
    await grid.cell('r2', 'balanceFen').locator('[data-level="warning"]').waitFor();
    await grid.focus('r2', 'balanceFen');
    await grid.page.getByRole('status').filter({ hasText: '应为 8,000.00 元' }).waitFor();
  });

  it('takes vouchers from a spreadsheet by their heads, into the sheet chosen', async () => {
    await grid.page
      .getByRole('button', { name: /平台研发/ })
      .first()
      .click();
    const empty = grid.page.getByRole('group', { name: /还没有内容/ });
    await empty.click();
    await grid.paste(
      '日期\t凭证号\t摘要\t会计凭证记载金额\t归集金额\t人员人工费用\n2020/1/5\t7\t工资\t1,000\t1000\t1000\n2020-1-6\t8\t材料\t2000\t1500\t\n',
    );
    await expect.poll(() => grid.sum('全部')).toBe('2 行 · 归集 2,500.00 元');
    await grid.page.getByRole('region', { name: '粘贴结果' }).getByText('按表头对应了 6 列').waitFor();
  });

  it('adds a sheet and deletes one, which is taken back', async () => {
    const { page } = grid;
    await page.getByRole('button', { name: '新增一本辅助账' }).click();
    await page.getByLabel('研发项目名称').fill('数据采集研发');
    await page.getByLabel('年度', { exact: true }).fill('2020年');
    await page.getByRole('button', { name: '删除辅助账 质检算法研发' }).click();
    const said = page.getByRole('status').filter({ hasText: '已删除“质检算法研发”' });
    await said.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '删除辅助账 质检算法研发' }).waitFor();
  });

  it('stands on the disk as it stood in the window', async () => {
    await grid.saved();
    const { ledger } = await program.stored();
    expect(ledger.map(({ name, year }) => [name, year])).toEqual([
      ['质检算法研发', 2019],
      ['平台研发', null],
      ['数据采集研发', 2020],
    ]);
    expect(ledger[0]?.printedTotals?.voucherFen).toBe(800_000);
    expect(ledger[0]?.rows[1]).toMatchObject({ balanceFen: 700_000, balanceSide: '借' });
    expect(ledger[1]?.rows[0]).toMatchObject({
      date: '2020-01-05',
      voucherNumber: '7',
      collectedFen: 100_000,
      details: { personnel: 100_000 },
    });
  });
});
