import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BudgetLine } from '../../shared/entities/budgetLine.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { GridPage } from './pages/GridPage.ts';

let program: OpenedProgram;
let grid: GridPage;

const line = (id: string, more: Partial<BudgetLine>): BudgetLine => BudgetLine.parse({ id, ...more });

beforeEach(async () => {
  program = await openDraft({
    budget: [
      line('one', { category: 'network-hw', item: '基站', amountFen: 100_000_000 }),
      line('two', { category: 'platform-hw', item: '平台', amountFen: 200_000_000 }),
    ],
  });
  grid = new GridPage(program.page(), program.app);
  await grid.open('投资预算');
  await grid.cell('one', 'item').waitFor();
});

afterEach(async () => {
  await program?.close();
});

describe('what stands in a cell that is still open', () => {
  it('is on the disk when the window is closed at once', async () => {
    await grid.focus('one', 'item');
    await grid.type('5G');
    expect((await program.stored()).budget[0]?.item).toBe('5G');
  });

  it('is on the disk within a second, amounts too, so that a killed program loses little', async () => {
    await grid.focus('one', 'amountFen');
    await grid.type('12.5');
    await grid.page.waitForTimeout(1500);
    program.app().process().kill('SIGKILL');
    expect((await program.stored()).budget[0]?.amountFen).toBe(12_500_000);
  });

  it('does not move away from under the hand in a sorted table, and is on the disk all the same', async () => {
    await grid.page.locator('.ag-header-cell[col-id="item"]').click();
    await grid.page.waitForTimeout(300);
    const before = await grid.rows();
    await grid.focus('one', 'item');
    await grid.type('2');
    await grid.page.waitForTimeout(900);
    await grid.type('号');
    await grid.page.waitForTimeout(900);
    expect(await grid.rows(), 'rows wait while a cell is open').toEqual(before);
    await grid.press('Enter');
    await expect.poll(() => grid.text('one', 'item')).toBe('2号');
    expect((await program.stored()).budget[0]?.item).toBe('2号');
  });

  it('is the old value again after Escape', async () => {
    await grid.focus('one', 'amountFen');
    await grid.type('7');
    await grid.page.waitForTimeout(900);
    await grid.press('Escape');
    expect((await program.stored()).budget[0]?.amountFen).toBe(100_000_000);
  });
});
