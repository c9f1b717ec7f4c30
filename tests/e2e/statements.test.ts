import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import { type OpenedSample, openSample } from './openSample.ts';
import { AttachmentsPage } from './pages/AttachmentsPage.ts';
import { FieldsPage } from './pages/FieldsPage.ts';
import { ReconciliationPage } from './pages/ReconciliationPage.ts';

const call = newestCall(knownCalls());
const titleOf = (content: 'attachments') =>
  call?.sections.find(({ holds }) => holds.includes(content))?.title ?? '';
const KIND = 'statements';

let sample: OpenedSample;
let board: AttachmentsPage;
const panel = () => sample.page.getByRole('dialog').locator(`[data-statement="${KIND}"]`);
const line = (field: string) => panel().locator(`[data-figure="${field}"]`);
const input = (field: string) => line(field).getByRole('textbox');

/** What has the focus, and of which figure. */
const focusedFigure = (): Promise<string> =>
  sample.page.evaluate(() => {
    const at = document.activeElement;
    return `${at?.tagName} ${at?.closest('[data-figure]')?.getAttribute('data-figure')}`;
  });

async function openStatement(): Promise<void> {
  await board.open(titleOf('attachments'));
  await board.kind(KIND).getByRole('button', { name: /^对照/ }).click();
  await panel().waitFor();
}

beforeAll(async () => {
  sample = await openSample('5g-workshop');
  board = new AttachmentsPage(sample.page);
});

afterAll(async () => {
  await sample?.close();
});

/** The page as it is shown to be read. */
const sheet = () => sample.page.getByRole('dialog').locator('img[alt$="pdf 第 1 页"]');
const sheetWidth = async (): Promise<number> => (await sheet().boundingBox())?.width ?? 0;

describe('the figures of the financial statements', () => {
  it('are asked for beside the pages of the statement, and for no other kind', async () => {
    await board.open(titleOf('attachments'));
    expect(await board.kind('license').locator('[data-statement-line]').count()).toBe(0);
    expect(await board.kind(KIND).textContent()).toContain('申报表有 5 个数字出自这份报表');
    await openStatement();
    expect(await panel().getByRole('textbox').count()).toBe(5);
    await sheet().waitFor();
    expect(await line('lastYear.revenueFen').textContent()).toContain('48,632.50 万元');
  });

  it('stand beside a page that can be read, and made larger by wheel and button', async () => {
    await expect.poll(sheetWidth).toBeGreaterThan(700);
    const wide = await sheetWidth();
    await sheet().hover();
    await sample.page.keyboard.down('Control');
    await sample.page.mouse.wheel(0, -100);
    await sample.page.keyboard.up('Control');
    await expect.poll(sheetWidth).toBeGreaterThan(wide * 1.1);
    const dialog = sample.page.getByRole('dialog');
    await dialog.getByRole('button', { name: '放大' }).click();
    await expect.poll(sheetWidth).toBeGreaterThan(wide * 1.3);
    await dialog.getByRole('button', { name: '整页' }).click();
    await dialog.locator('img[alt="第 1 页"]').click();
    await expect.poll(sheetWidth).toBe(wide);
  });

  it('stand beside a page that the arrows scroll and page, from the first moment and after a click into it', async () => {
    await sample.page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    await openStatement();
    await expect.poll(sheetWidth).toBeGreaterThan(700);
    const dialog = sample.page.getByRole('dialog');
    const scrolled = (): Promise<number> =>
      sample.page.evaluate(() => document.activeElement?.scrollTop ?? -1);
    expect(await scrolled()).toBe(0);
    await sample.page.keyboard.press('ArrowDown');
    await expect.poll(scrolled).toBeGreaterThan(0);
    await sheet().click();
    for (const number of [2, 3]) {
      await sample.page.keyboard.press('ArrowRight');
      await dialog.getByText(`第 ${number} /`).waitFor();
    }
    await sample.page.keyboard.press('Home');
    await dialog.getByText('第 1 /').waitFor();
    await expect.poll(scrolled).toBe(0);
    await dialog.getByRole('button', { name: '整页' }).click();
    await dialog.locator('img[alt="第 1 页"]').click();
    await expect.poll(sheetWidth).toBeGreaterThan(700);
    await sample.page.keyboard.press('ArrowDown');
    await expect.poll(scrolled).toBeGreaterThan(0);
  });

  it('are gone through by Tab one after the other, then what can be done with them', async () => {
    await input('lastYear.revenueFen').focus();
    await sample.page.keyboard.press('Tab');
    expect(await focusedFigure()).toBe('INPUT lastYear.profitFen');
    await sample.page.keyboard.press('Shift+Tab');
    expect(await focusedFigure()).toBe('INPUT lastYear.revenueFen');
    for (let times = 0; times < 5; times += 1) await sample.page.keyboard.press('Tab');
    expect(await focusedFigure()).toBe('BUTTON lastYear.revenueFen');
  });

  it('are typed in the unit of the statement and held against the form at once', async () => {
    await input('lastYear.revenueFen').fill('486325000');
    await expect.poll(() => line('lastYear.revenueFen').textContent()).toContain('一致');
    await input('lastYear.revenueFen').press('Tab');
    expect(await input('lastYear.revenueFen').inputValue()).toBe('486,325,000.00');
    await input('lastYear.profitFen').fill('32,158,000');
    await expect.poll(() => line('lastYear.profitFen').textContent()).toContain('一致');
    await panel().getByRole('radio', { name: '万元' }).check();
    expect(await input('lastYear.revenueFen').inputValue()).toBe('48,632.50');
    await input('lastYear.taxFen').fill('1900.4');
    await expect.poll(() => line('lastYear.taxFen').textContent()).toContain('相差 24.00 万元');
    expect(await line('lastYear.taxFen').textContent()).toContain('警告');
  });

  it('that nobody can read are kept in sight and stand for nothing', async () => {
    await input('lastYear.rdFen').fill('一千六');
    await expect.poll(() => line('lastYear.rdFen').textContent()).toContain('没有认出是多少钱');
    expect(await line('lastYear.rdFen').textContent()).not.toContain('一致');
    await input('lastYear.rdFen').fill('');
  });

  it('do not page the file while the arrows move inside a figure', async () => {
    await input('lastYear.taxFen').press('ArrowLeft');
    await input('lastYear.taxFen').press('End');
    expect(await sample.page.getByRole('dialog').textContent()).toMatch(/第 1 \/ \d+ 页/);
  });

  it('are copied to the form where it has none yet', async () => {
    await sample.page.keyboard.press('Escape');
    const fields = new FieldsPage(sample.page);
    await fields.goTo('申报单位');
    await fields.input('lastYear.taxFen').fill('');
    await openStatement();
    await panel().getByRole('radio', { name: '万元' }).check();
    await line('lastYear.taxFen')
      .getByRole('button', { name: /抄到申报表/ })
      .click();
    await expect.poll(() => line('lastYear.taxFen').textContent()).toContain('1,900.40 万元');
    await expect.poll(() => line('lastYear.taxFen').textContent()).toContain('一致');
    await sample.page.keyboard.press('Escape');
    await expect.poll(() => board.kind(KIND).textContent()).toContain('已录入 3 / 5 项');
    await fields.goTo('申报单位');
    expect(await fields.input('lastYear.taxFen').inputValue()).toBe('1,900.40');
  });

  it('stand on the board beside the form, and lead to both', async () => {
    const reconciliation = new ReconciliationPage(sample.page);
    await reconciliation.open();
    const pair = reconciliation.pair('statement.lastYear.taxFen');
    await expect.poll(() => pair.textContent()).toContain('一致');
    expect(await pair.textContent()).toContain('2019年度财务报表');
    expect(await reconciliation.pair('statement.lastYear.rdFen').textContent()).toContain('待填');
    await pair.getByRole('button', { name: /2019年度财务报表/ }).click();
    await board.kind(KIND).waitFor();
  });
});
