import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Invoice } from '../../shared/entities/invoice.ts';
import { sampleInvoices } from '../store/sampleApplication.ts';
import { type OpenedProgram, openDraft } from './openDraft.ts';
import { GridPage } from './pages/GridPage.ts';

const COUNT = 10_000;
/** A row whose total nobody could read: it adds nothing to the sum of totals. */
const NO_TOTAL = 10;
let program: OpenedProgram;
let grid: GridPage;

beforeAll(async () => {
  const rows = sampleInvoices(COUNT).map((invoice, at) =>
    // One with a wrong sum, one that nobody has sorted yet, one without a total.
    at === 4
      ? { ...invoice, totalFen: 1 }
      : at === 7
        ? { ...invoice, category: '' }
        : at === NO_TOTAL
          ? { ...invoice, totalFen: null }
          : invoice,
  );
  program = await openDraft({ invoices: rows, answers: { 'applicant.name': '重庆示例制造有限公司' } });
  grid = new GridPage(program.page(), program.app);
  await grid.open('发票');
  await grid.cell('invoice-1', 'number').waitFor();
});

afterAll(async () => {
  await program?.close();
});

describe('10,000 invoices', () => {
  it('are added up on the basis of the draft, and on the other one after a click', async () => {
    expect(await grid.sum('全部')).toBe(
      `10000 行 · 计入（含税） ${total('totalFen')} 元 · 另有 1 行没有含税金额`,
    );
    await grid.page.getByRole('radiogroup', { name: '金额口径' }).getByText('不含税').click();
    await expect.poll(() => grid.sum('全部')).toBe(`10000 行 · 计入（不含税） ${total('netFen')} 元`);
    await grid.page.getByRole('radiogroup', { name: '金额口径' }).getByText('含税', { exact: true }).click();
    await expect.poll(() => grid.sum('全部')).toContain('计入（含税）');
  });

  it('are scrolled to the end and edited there at once', async () => {
    await grid.focus('invoice-1', 'use');
    await grid.press('ControlOrMeta+ArrowDown');
    expect(await grid.focused()).toEqual(['invoice-10000', 'use']);
    await grid.cell('invoice-10000', 'number').waitFor();
    await grid.compose(['g', 'gai zao'], '改造');
    await grid.press('Enter');
    await expect.poll(() => grid.text('invoice-10000', 'use')).toBe('改造');
    await grid.focus('invoice-10000', 'use');
    await grid.press('ControlOrMeta+Home');
    expect(await grid.focused()).toEqual(['invoice-1', 'number']);
  });

  it('are found by words, with the sum of what was found', async () => {
    await grid.page.getByRole('textbox', { name: '在表中查找' }).fill('10009999');
    await expect.poll(() => grid.sum('筛选出')).toMatch(/^1 行/);
    await grid.page.getByRole('textbox', { name: '在表中查找' }).fill('');
    await expect.poll(() => grid.page.locator('[data-sum="筛选出"]').count()).toBe(0);
  });

  it('are narrowed to what is wrong or unsorted, and stay in view while they are mended', async () => {
    await expect
      .poll(() => grid.page.getByRole('radiogroup', { name: '筛选' }).textContent(), { timeout: 20_000 })
      .toMatch(/未分类 1/);
    await grid.filter('未分类');
    await expect.poll(() => grid.rows()).toEqual(['invoice-8']);
    await grid.focus('invoice-8', 'category');
    await grid.type('网络');
    await grid.press('Enter');
    expect(await grid.text('invoice-8', 'category')).toBe('网络软硬件');
    expect(await grid.rows()).toEqual(['invoice-8']);
    await grid.filter('全部');
    await grid.cell('invoice-1', 'number').waitFor();
  });

  it('are set all at once, in one step that is taken back', async () => {
    await grid.select('invoice-1', 'invoice-2', 'invoice-3');
    expect(await grid.sum('已选')).toMatch(/^3 行 · 计入（含税） 3,390\.03 元/);
    await grid.page.getByRole('button', { name: '批量填写…' }).click();
    const form = grid.page.locator('.ant-popover').last();
    await form.getByText('投资类别').first().waitFor();
    const main = form.locator('.ant-btn-primary');
    expect(await main.isDisabled()).toBe(true);
    await form.getByRole('combobox', { name: '列' }).click();
    await grid.page.locator('.ant-select-item-option', { hasText: '用途' }).click();
    await form.getByRole('textbox', { name: '填写为' }).fill('车间 5G 专网');
    // What stands there already is not written over without a word.
    expect(await main.textContent()).toBe('改掉 3 行已有的内容');
    await main.click();
    await expect.poll(() => grid.text('invoice-3', 'use')).toBe('车间 5G 专网');
    // The keys go on in the table.
    await expect.poll(() => grid.focused()).toEqual(['invoice-1', 'use']);
    await grid.press('ControlOrMeta+Z');
    await expect.poll(() => grid.text('invoice-1', 'use')).toBe('车间网络改造');
  });

  it('are set only where they are empty, unless one says otherwise', async () => {
    await grid.focus('invoice-2', 'use');
    await grid.press('Delete');
    await expect.poll(() => grid.text('invoice-2', 'use')).toBe('');
    await grid.select('invoice-1', 'invoice-2', 'invoice-3');
    await grid.page.getByRole('button', { name: '批量填写…' }).click();
    const form = grid.page.locator('.ant-popover').last();
    await form.getByRole('combobox', { name: '列' }).click();
    await grid.page.locator('.ant-select-item-option', { hasText: '用途' }).click();
    await form.getByRole('textbox', { name: '填写为' }).fill('车间 5G 专网');
    await form.getByRole('button', { name: '3 行都改成这个（2 行已有内容）' }).waitFor();
    await form.getByRole('button', { name: '只填空着的 1 行' }).click();
    await expect.poll(() => grid.text('invoice-2', 'use')).toBe('车间 5G 专网');
    expect(await grid.text('invoice-1', 'use')).toBe('车间网络改造');
    await grid.press('ControlOrMeta+Z');
    await grid.press('ControlOrMeta+Z');
    await expect.poll(() => grid.text('invoice-2', 'use')).toBe('车间网络改造');
  });

  it('are copied so that a spreadsheet keeps every digit', async () => {
    await grid.focus('invoice-2', 'number');
    await grid.press('ControlOrMeta+C');
    await expect.poll(async () => (await grid.copied()).text.split('\r\n').length).toBe(3);
    const { text, html } = await grid.copied();
    expect(text.split('\t')[0]).toBe('10000001');
    expect(html).toContain('mso-number-format');
    await grid.page.getByRole('button', { name: '取消选择' }).click();
  });

  it('take a pasted number of 20 digits as it is', async () => {
    await grid.focus('invoice-2', 'number');
    await grid.paste('24502000000012345678');
    await expect.poll(() => grid.text('invoice-2', 'number')).toBe('24502000000012345678');
  });

  it('are seen whole beside the table, and changed there', async () => {
    await grid.page.getByRole('button', { name: '影像与详情' }).click();
    await grid.focus('invoice-3', 'number');
    const detail = grid.page.getByRole('region', { name: '第 3 行发票的详情' });
    await detail.waitFor();
    await detail.getByLabel('备注').fill('差额征税');
    await detail.getByRole('button', { name: '增加一行明细' }).click();
    await detail.getByLabel('第 2 行项目名称').fill('安装');
    await detail.getByLabel('第 2 行金额').fill('1,234.5');
  });

  it('are all on the disk, with what was changed', async () => {
    await grid.saved();
    const { invoices } = await program.stored();
    expect(invoices).toHaveLength(COUNT);
    expect(invoices[9_999]?.use).toBe('改造');
    expect(invoices[7]?.category).toBe('network-hw');
    expect(invoices[1]?.number).toBe('24502000000012345678');
    expect(invoices[2]).toMatchObject({ note: '差额征税', use: '车间网络改造' });
    expect(invoices[2]?.lines[1]).toMatchObject({ item: '安装', netFen: 123_450 });
    expect(Invoice.parse(invoices[0])).toEqual(invoices[0]);
  });
});

/** The sum of all rows as made above, in 元. */
function total(key: 'netFen' | 'totalFen'): string {
  const fen = sampleInvoices(COUNT).reduce((sum, invoice, at) => {
    if (key === 'totalFen' && at === NO_TOTAL) return sum;
    return sum + (key === 'totalFen' && at === 4 ? 1 : (invoice[key] ?? 0));
  }, 0);
  return (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
