import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedSample, openSample } from './openSample.ts';
import { FieldsPage } from './pages/FieldsPage.ts';
import { PreviewPages } from './pages/PreviewPages.ts';

let sample: OpenedSample;
let pages: PreviewPages;
let fields: FieldsPage;

beforeAll(async () => {
  sample = await openSample('5g-workshop');
  pages = new PreviewPages(sample.page);
  fields = new FieldsPage(sample.page);
});

afterAll(async () => {
  await sample?.close();
});

const heading = () => sample.page.getByRole('main').getByRole('heading', { level: 1 });

describe('the preview beside the work', () => {
  it('shows real pages of the draft, drawn, with their words for screen readers', async () => {
    await pages.openBeside();
    await pages.reads('试点示范项目申报书');
    await pages.reads('基于5G的汽车零部件数字化车间建设项目');
    const ink = await pages
      .sheet(0)
      .locator('canvas')
      .evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let dark = 0;
        for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark += 1;
        return dark / (canvas.width * canvas.height);
      });
    expect(ink).toBeGreaterThan(0.005);
    expect(ink).toBeLessThan(0.3);
  });

  it('draws only what is in view of some two hundred pages', async () => {
    expect((await pages.inView()).length).toBeLessThan(6);
    expect(await sample.page.getByText(/^共 \d{3} 页$/).textContent()).toMatch(/共 2\d\d 页/);
  });

  it('marks where seals go, until they are switched off', async () => {
    const seals = pages.sheet(0).getByText('公章');
    await seals.waitFor();
    // On the lines that ask for them, in the middle of the cover.
    const sheet = await pages.sheet(0).boundingBox();
    const heightOf = async (name: string): Promise<number> => {
      const box = await pages.sheet(0).getByText(name, { exact: true }).boundingBox();
      return box === null || sheet === null ? 0 : (box.y + box.height / 2 - sheet.y) / sheet.height;
    };
    for (const name of ['公章', '区县经信部门章']) {
      await expect.poll(() => heightOf(name)).toBeGreaterThan(0.4);
      expect(await heightOf(name)).toBeLessThan(0.7);
    }
    await sample.page.getByRole('checkbox', { name: '印章' }).uncheck();
    await expect.poll(() => seals.count()).toBe(0);
    await sample.page.getByRole('checkbox', { name: '印章' }).check();
  });

  it('goes along with the section one goes to', async () => {
    await fields.goTo('投资预算');
    await pages.reads('投资预算');
    expect((await pages.inView()).includes(0)).toBe(false);
  });

  it('leads from a page to where it is filled in', async () => {
    await pages.goToPrinted(20);
    await pages.sheetOf(20).click();
    await expect.poll(() => heading().textContent()).toContain('发票与投资明细');
    // The page clicked on stays where it is.
    await pages.sheetOf(20).waitFor();
  });

  it('shows pages of attached files as they will be bound, with number and stamp', async () => {
    await pages.goToPrinted(90);
    const picture = pages.contentOf(90).getByRole('img');
    await picture.waitFor({ timeout: 30_000 });
    await expect
      .poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth), {
        timeout: 30_000,
      })
      .toBeGreaterThan(200);
    expect(await pages.contentOf(90).textContent()).toMatch(/投资明细表第 .+ 行/);
    expect(await pages.contentOf(90).textContent()).toContain('— 90 —');
  });

  it('is turned page by page with the keys, and Enter leads to the section', async () => {
    await pages.goToPrinted(1);
    await pages.sheetOf(1).focus();
    await sample.page.keyboard.press('PageDown');
    await expect
      .poll(() => sample.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^空白页/);
    await sample.page.keyboard.press('Home');
    await expect.poll(() => pages.scrolled()).toBe(0);
    await expect
      .poll(() => sample.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toContain('封面');
    await sample.page.keyboard.press('Enter');
    await sample.page.locator('main [data-at="project.name"]').waitFor();
  });

  it('follows an edit and stays where one was reading', async () => {
    await pages.goToPrinted(3);
    const before = await pages.scrolled();
    await fields.type('project.name', '全新名称的数字化车间');
    await sample.page.getByText('正在更新').waitFor({ timeout: 20_000 });
    await sample.page.getByText('正在更新').waitFor({ state: 'detached', timeout: 60_000 });
    expect(Math.abs((await pages.scrolled()) - before)).toBeLessThan(5);
    await pages.pageBox.press('Tab');
    await pages.sheetOf(3).focus();
    await sample.page.keyboard.press('Home');
    await pages.reads('全新名称的数字化车间');
  });

  it('goes on after the process that typesets was ended', async () => {
    const ended = await sample.app.evaluate(({ app }) => {
      const workers = app
        .getAppMetrics()
        .filter(({ type, name }) => type === 'Utility' && name === 'chengce-worker');
      for (const { pid } of workers) process.kill(pid, 'SIGKILL');
      return workers.length;
    });
    expect(ended).toBeGreaterThan(0);
    await fields.type('project.name', '又换了名称的车间');
    await pages.reads('又换了名称的车间');
  });
});
