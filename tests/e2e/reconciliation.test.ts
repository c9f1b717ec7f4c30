import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedSample, openSample } from './openSample.ts';
import { ReconciliationPage } from './pages/ReconciliationPage.ts';

let sample: OpenedSample;
let board: ReconciliationPage;

describe('the board of a draft that adds up', () => {
  beforeAll(async () => {
    sample = await openSample('5g-workshop');
    board = new ReconciliationPage(sample.page);
    await board.open();
  });

  afterAll(async () => {
    await sample?.close();
  });

  // Added up by hand from assets/samples/5g-workshop/answers.json.
  it.each([
    ['total', '2,860.000000 万元'],
    ['invested', '1,912.360000 万元'],
    ['progress', '68%'],
    ['budget', '2,860.000000 万元'],
    ['invoices', '1,447.281204 万元'],
    ['ledger', '465.078796 万元'],
  ])('tells %s as it was added up by hand', async (id, text) => {
    expect(await board.figure(id).textContent()).toContain(text);
  });

  it('says how many books and rows the ledgers are', async () => {
    expect(await board.figure('ledger').textContent()).toMatch(/研发辅助账 · \d+ 本 \d+ 行/);
  });

  it('says that every pair agrees, and how much is left', async () => {
    expect(await sample.page.locator('main').textContent()).toContain('各处的数都对得上');
    expect(await board.pair('total-budget').textContent()).toContain('一致');
    expect(await board.pair('invested-evidence').textContent()).toContain('一致');
    expect(await board.pair('invested-total').textContent()).toContain('余 947.64 万元');
    expect(await sample.page.locator('main [data-margin]').textContent()).toBe(
      '高于 300.00 万元门槛 2,560.00 万元',
    );
    expect(await sample.page.locator('footer[data-region="status"]').textContent()).toContain(
      '高于门槛 2,560.00 万元',
    );
  });

  it('shows the rows behind a category, each with its way', async () => {
    const { page } = sample;
    const line = board.category('network-hw');
    expect(await line.textContent()).toContain('353.499558');
    await line.getByRole('button').click();
    const rows = page.getByRole('list', { name: '网络软硬件：预算' }).getByRole('listitem');
    expect(await rows.count()).toBeGreaterThan(0);
    expect(await rows.first().textContent()).toContain('万元');
    await rows.first().getByRole('button').click();
    await page.getByRole('heading', { level: 1, name: '投资预算' }).waitFor();
    await board.open();
  });

  it('draws its charts with names, descriptions and the same figures as tables', async () => {
    const { page } = sample;
    expect(await board.charts().count()).toBe(3);
    for (const name of ['各类别的预算与已投资', '计划与进度', '各月的投资支出']) {
      const chart = board.chart(name);
      await chart.scrollIntoViewIfNeeded();
      const drawing = chart.locator(`svg[aria-label="${name}"]`);
      await drawing.waitFor();
      expect((await drawing.locator('desc').textContent())?.length).toBeGreaterThan(10);
      expect(
        await drawing.locator('.recharts-bar-rectangle path, .recharts-bar-rectangle rect').count(),
      ).toBeGreaterThan(2);
      // What a picture says a table says too.
      await chart.getByRole('button', { name: '看表' }).click();
      expect(await chart.getByRole('table').getByRole('row').count()).toBeGreaterThan(2);
      await chart.getByRole('button', { name: '看图' }).click();
    }
    const months = board.chart('各月的投资支出');
    await months.getByRole('button', { name: '看表' }).click();
    expect(await months.getByRole('row').last().textContent()).toContain('1,912.36');
    await months.getByRole('button', { name: '看图' }).click();
    // Arrow keys go along the axis and tell the figures.
    const first = board.chart('各类别的预算与已投资');
    const told = async () =>
      /预算[\d,.]+ 万元已投资[\d,.]+ 万元/.exec((await first.textContent()) ?? '')?.[0] ?? '';
    // The mouse would have the first word.
    await page.mouse.move(2, 2);
    await first.locator('svg[role="application"]').focus();
    await expect.poll(told).toBe('预算560.00 万元已投资353.499558 万元');
    await page.keyboard.press('ArrowDown');
    await expect.poll(told).toBe('预算640.00 万元已投资402.500047 万元');
    await page.keyboard.press('ArrowUp');
    await expect.poll(told).toBe('预算560.00 万元已投资353.499558 万元');
  });

  it('does not scroll sideways on the smallest screen, nor at 200 %', async () => {
    const { page, app } = sample;
    const overflow = () =>
      page.evaluate(() => {
        const main = document.querySelector('main');
        return main === null ? -1 : main.scrollWidth - main.clientWidth;
      });
    expect(await overflow()).toBe(0);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
      return true;
    });
    await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(2);
    // Charts are drawn anew for the room there is.
    await expect.poll(overflow).toBe(0);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1);
      return true;
    });
  });
});

describe('the board of a draft that does not', () => {
  beforeAll(async () => {
    sample = await openSample('cluster-wrong');
    board = new ReconciliationPage(sample.page);
    await board.open();
  });

  afterAll(async () => {
    await sample?.close();
  });

  it('tells each residual, what to do, and leads to the field', async () => {
    const { page } = sample;
    expect(await board.pair('total-budget').textContent()).toContain('申报表少 30.00 万元');
    expect(await board.pair('invested-evidence').textContent()).toContain('申报表多 19.989873 万元');
    expect(await board.pair('total-budget').getAttribute('data-state')).toBe('error');
    expect(await page.locator('main').textContent()).toContain('3 处对不上');
    await board
      .pair('total-budget')
      .getByRole('button', { name: /项目总投资金额/ })
      .click();
    const input = page.locator('main [data-at="project.totalFen"] input').first();
    await expect.poll(() => input.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('agrees as soon as the figure is mended, and stays 待填 when it is taken out', async () => {
    const { page } = sample;
    const input = page.locator('main [data-at="project.totalFen"] input').first();
    const enter = async (text: string) => {
      await input.fill(text);
      await input.blur();
    };
    await enter('680');
    await board.open();
    await expect.poll(() => board.pair('total-budget').getAttribute('data-state')).toBe('met');
    expect(await board.pair('total-budget').textContent()).toContain('一致');
    await board.figure('total').click();
    await enter('');
    await board.open();
    await expect.poll(() => board.pair('total-budget').getAttribute('data-state')).toBe('unknown');
    expect(await board.figure('total').textContent()).toContain('待填');
  });
});
