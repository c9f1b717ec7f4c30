import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BudgetLine } from '../../shared/entities/budgetLine.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { GridPage } from './pages/GridPage.ts';

let program: OpenedProgram;
let grid: GridPage;

const line = (id: string, more: Partial<BudgetLine>): BudgetLine => BudgetLine.parse({ id, ...more });

beforeAll(async () => {
  program = await openDraft({
    answers: { 'project.totalFen': 500_000_000 },
    budget: [
      line('one', { category: 'network-hw', item: '基站', amountFen: 100_000_000 }),
      line('two', { category: 'platform-hw', item: '平台', detail: '1 套', amountFen: 200_000_000 }),
      line('three', { category: 'other', item: '推广', amountFen: 50_000_000 }),
    ],
  });
  grid = new GridPage(program.page(), program.app);
  await grid.open('投资预算');
  await grid.cell('one', 'item').waitFor();
});

afterAll(async () => {
  await program?.close();
});

describe('the budget', () => {
  it('adds up by category and says in words how it stands to the form', async () => {
    const { page } = grid;
    expect(await grid.sum('全部')).toBe('3 行 · 金额 350.00 万元');
    expect(await page.locator('[data-category="platform-hw"]').textContent()).toContain('200.00');
    expect(await page.locator('[data-agrees]').textContent()).toContain('500.00 万元 少 150.00 万元');
  });

  it('marks the cell a finding speaks of and says it below the table', async () => {
    await grid.cell('three', 'reason').locator('[data-level]').waitFor();
    await grid.focus('three', 'reason');
    await grid.page.getByRole('status').filter({ hasText: '请写明它属于本项目投资的理由' }).waitFor();
  });

  it('is typed into as into a spreadsheet: keys, Enter, Tab, Escape, Delete, undo', async () => {
    await grid.focus('one', 'amountFen');
    await grid.type('12.5');
    await grid.press('Enter');
    expect(await grid.text('one', 'amountFen')).toBe('12.50');
    expect(await grid.focused()).toEqual(['two', 'amountFen']);
    await grid.press('F2');
    await grid.press('Backspace');
    await grid.type('9');
    await grid.press('Escape');
    expect(await grid.text('two', 'amountFen')).toBe('200.00');
    await grid.press('Delete');
    expect(await grid.text('two', 'amountFen')).toBe('');
    await grid.press('ControlOrMeta+Z');
    await expect.poll(() => grid.text('two', 'amountFen')).toBe('200.00');
    await grid.press('ControlOrMeta+Z');
    await expect.poll(() => grid.text('one', 'amountFen')).toBe('100.00');
    await grid.focus('one', 'item');
    await grid.type('5G ');
    await grid.press('Tab');
    expect(await grid.focused()).toEqual(['one', 'detail']);
    expect(await grid.text('one', 'item')).toBe('5G');
    await grid.press('Shift+Tab');
    expect(await grid.focused()).toEqual(['one', 'item']);
  });

  it('says what it cannot read and keeps what was there', async () => {
    await grid.focus('two', 'amountFen');
    await grid.type('两百万');
    await grid.press('Enter');
    await grid.page.getByRole('alert').filter({ hasText: '没有认出是多少钱' }).waitFor();
    expect(await grid.focused()).toEqual(['two', 'amountFen']);
    await grid.cell('one', 'detail').click();
    await grid.page.getByRole('alert').filter({ hasText: '这一格保持原来的内容' }).waitFor();
    expect(await grid.text('two', 'amountFen')).toBe('200.00');
  });

  it('loses no letter of a composition begun on a cell that was not open', async () => {
    await grid.focus('two', 'item');
    await grid.compose(['n', 'ni', 'ni h', 'ni hao'], '你好');
    await grid.compose(['p', 'ping tai'], '平台');
    await grid.press('Enter');
    expect(await grid.text('two', 'item')).toBe('你好平台');
  });

  it('does not take the Enter with which an input method chooses for its own', async () => {
    await grid.focus('two', 'detail');
    await grid.compose(['s', 'shuang'], '双');
    expect(await grid.focused()).toEqual(['two', 'detail']);
    await grid.page.locator('input:focus').dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await grid.focused()).toEqual(['two', 'detail']);
    await grid.press('Escape');
    expect(await grid.text('two', 'detail')).toBe('1 套');
  });

  it('offers the categories of the call and narrows them while typing', async () => {
    await grid.focus('three', 'category');
    await grid.press('F2');
    await grid.page.getByRole('listbox').waitFor();
    await grid.press('Escape');
    await grid.compose(['x', 'xi'], '系统');
    expect(await grid.page.getByRole('option').allInnerTexts()).toEqual(['系统集成']);
    await grid.press('Enter');
    expect(await grid.text('three', 'category')).toBe('系统集成');
    await grid.press('ControlOrMeta+Z');
    await expect.poll(() => grid.text('three', 'category')).toBe('其他');
  });

  it('takes a paste from a spreadsheet: over cells, new rows at the end, what cannot be read is listed, one undo', async () => {
    await grid.focus('three', 'item');
    await grid.paste('推广费\t一年\t30\r\n"培训\n两期"\t20 人次\t1,000.5\r\n差旅\t\t约五万\r\n');
    const report = grid.page.getByRole('region', { name: '粘贴结果' });
    await report.waitFor();
    const words = await report.textContent();
    expect(words).toContain('新增 2 行，改动 1 行');
    expect(words).toContain('第 3 行“金额（万元）”：“约五万”没有认出是多少钱');
    expect(await grid.text('three', 'amountFen')).toBe('30.00');
    expect(await grid.sum('全部')).toMatch(/^5 行/);
    const rows = await grid.rows();
    expect(await grid.text(rows[3] ?? '', 'item')).toBe('培训 两期');
    expect(await grid.text(rows[3] ?? '', 'amountFen')).toBe('1,000.50');
    await report.getByRole('button', { name: '撤销粘贴' }).click();
    await expect.poll(() => grid.sum('全部')).toMatch(/^3 行/);
    expect(await grid.text('three', 'item')).toBe('推广');
  });

  it('lays a paste with a head by its names, as new rows', async () => {
    await grid.focus('one', 'category');
    await grid.paste('序号\t金额（元）\t名称\t投资类别\n1\t2000000\t防火墙\t安全软硬件\n');
    await grid.page.getByRole('region', { name: '粘贴结果' }).waitFor();
    const rows = await grid.rows();
    expect(rows).toHaveLength(4);
    const added = rows[3] ?? '';
    expect(await grid.text(added, 'item')).toBe('防火墙');
    expect(await grid.text(added, 'category')).toBe('安全软硬件');
    // The head says 元, the column counts 万元.
    expect(await grid.text(added, 'amountFen')).toBe('200.00');
    expect(await grid.text('one', 'category')).toBe('网络软硬件');
    await grid.focus(added, 'item');
  });

  it('moves rows with the keys, goes on adding with Enter, deletes without asking and takes it back', async () => {
    const before = await grid.rows();
    const last = before.at(-1) ?? '';
    await grid.press('Alt+Shift+ArrowUp');
    await expect.poll(() => grid.rows()).toEqual([before[0], before[1], last, before[2]]);
    await grid.focus('three', 'item');
    await grid.type('末行');
    await grid.press('Enter');
    expect(await grid.rows()).toHaveLength(4);
    await grid.page.getByRole('button', { name: '新增一行' }).click();
    await expect.poll(async () => (await grid.focused())?.[1]).toBe('category');
    await grid.press('Tab');
    await grid.type('新行');
    await grid.press('Enter');
    await expect.poll(() => grid.rows()).toHaveLength(6);
    await grid.press('ControlOrMeta+Z');
    await expect.poll(() => grid.rows()).toHaveLength(5);
    await grid.select('one', 'two');
    expect(await grid.sum('已选')).toContain('2 行 · 金额 300.00 万元');
    await grid.page.getByRole('button', { name: '删除', exact: true }).click();
    const said = grid.page.getByRole('status').filter({ hasText: '已删除 2 行' });
    await said.waitFor();
    expect(await grid.rows()).toHaveLength(3);
    await said.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => grid.rows()).toHaveLength(5);
    expect((await grid.rows()).slice(0, 2)).toEqual(['one', 'two']);
  });

  it('stands on the disk as it stood in the window', async () => {
    await grid.focus('one', 'reason');
    await grid.type('还没有按回车就关闭');
    await grid.saved();
    const { budget } = await program.stored();
    expect(budget.map(({ item }) => item)).toEqual(['5G', '你好平台', '防火墙', '末行', '新行']);
    expect(budget[0]?.reason).toBe('还没有按回车就关闭');
    expect(budget[1]?.amountFen).toBe(200_000_000);
  });
});
