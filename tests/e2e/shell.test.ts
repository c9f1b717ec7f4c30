import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { StartPage } from './pages/StartPage.ts';
import { Workspace } from './pages/Workspace.ts';

let program: RunningProgram;
let work: Workspace;
const broken: string[] = [];

beforeAll(async () => {
  program = await launchProgram();
  work = new Workspace(program.page);
  program.page.on('pageerror', (error) => broken.push(error.message));
  program.page.on('console', (message) => {
    if (/content security|refused to|violates/i.test(message.text())) broken.push(message.text());
  });
  const start = new StartPage(program.page);
  await start.shown();
  await start.samples().first().click();
  await work.shown();
});

afterAll(async () => {
  await program?.close();
});

async function size(width: number, height: number, zoom: number): Promise<void> {
  await program.app.evaluate(
    ({ BrowserWindow }, wanted) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(wanted.width, wanted.height);
      window?.webContents.setZoomFactor(wanted.zoom);
      return true;
    },
    { width, height, zoom },
  );
  await program.page.waitForTimeout(200);
}

/** What sticks out of the window or of the page being worked on, by how many pixels. */
function sticksOut(): Promise<readonly string[]> {
  return program.page.evaluate(() => {
    const main = document.querySelector('main');
    const areas = [
      ['window', document.documentElement],
      ['page', main],
    ] as const;
    return areas.flatMap(([name, area]) => {
      const over = area === null ? 0 : area.scrollWidth - area.clientWidth;
      return over > 1 ? [`${name} by ${over}`] : [];
    });
  });
}

const titles = async (): Promise<readonly string[]> =>
  (await work.list().getByRole('button').allTextContents()).map((text) => text.replace(/\s+/g, ''));

describe('the window around the work', () => {
  it('leads through every page with 下一节, the focus on each heading', async () => {
    const { page } = program;
    await work.list().getByRole('button').first().click();
    const count = (await titles()).length;
    const seen: string[] = [];
    for (let step = 1; step < count; step += 1) {
      await page.getByRole('button', { name: /^下一节/ }).click();
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      seen.push((await work.focused()).text);
    }
    expect(new Set(seen).size).toBe(count - 1);
    expect(await page.getByRole('button', { name: /^下一节/ }).count()).toBe(0);
    await page.keyboard.press('Alt+ArrowLeft');
    await page.waitForFunction(
      (title) => document.querySelector('main h1')?.textContent === title,
      seen.at(-2),
    );
  });

  it.each([
    ['1366 × 768', 1366, 700, 1],
    ['200 % zoom', 1366, 700, 2],
  ] as const)('cuts nothing off on any page at %s', async (_name, width, height, zoom) => {
    const { page } = program;
    await size(width, height, zoom);
    const wrong: string[] = [];
    const list = page.getByRole('button', { name: '各部分' });
    const hidden = await list.isVisible();
    if (hidden) await list.click();
    const count = await work.list().getByRole('button').count();
    if (hidden) await page.keyboard.press('Escape');
    for (let index = 0; index < count; index += 1) {
      if (hidden && !(await work.list().isVisible())) await list.click();
      const entry = work.list().getByRole('button').nth(index);
      const title = ((await entry.textContent()) ?? '').replace(/\s+/g, '');
      await entry.click();
      await page.locator('main h1').first().waitFor();
      await page.waitForTimeout(350);
      wrong.push(...(await sticksOut()).map((what) => `${title}: ${what}`));
    }
    await size(1366, 700, 1);
    expect(wrong).toEqual([]);
  });

  it('has a side panel that is shown, hidden, widened by keyboard, and stays so', async () => {
    const { page } = program;
    await work.side().waitFor();
    const width = async () => (await work.side().boundingBox())?.width ?? 0;
    const before = await width();
    await page.getByRole('separator', { name: '侧栏宽度' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await width()).toBeGreaterThan(before);
    await page.keyboard.press('Control+B');
    await work.side().waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+2');
    await work.side().getByRole('tab', { name: /问题/, selected: true }).waitFor();
    await page.waitForTimeout(600);
    await page.reload();
    await work.shown();
    await work.side().getByRole('tab', { name: /问题/, selected: true }).waitFor();
    expect(await width()).toBeGreaterThan(before);
  });

  it('lays the side panel over the work in a small window, and only when asked', async () => {
    const { page } = program;
    await size(1366, 700, 2);
    expect(await work.side().isVisible()).toBe(false);
    await page.keyboard.press('Control+B');
    await work.side().waitFor();
    await work.side().getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('Escape');
    await work.side().waitFor({ state: 'detached' });
    await size(1366, 700, 1);
    await work.side().waitFor();
  });

  it('changes between light and dark, for antd as for its own parts', async () => {
    const { page } = program;
    const colours = () =>
      page.evaluate(() => {
        const control = document.createElement('div');
        control.style.backgroundColor = 'var(--sheet)';
        document.body.append(control);
        const own = getComputedStyle(control).backgroundColor;
        control.remove();
        return { own, theme: document.documentElement.dataset.theme };
      });
    const antd = async () => {
      await work.goTo('申报表');
      return page
        .locator('main .ant-input, main .ant-input-affix-wrapper')
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    };
    for (const [command, theme] of [
      ['深色外观', 'dark'],
      ['浅色外观', 'light'],
    ] as const) {
      await work.find(command);
      await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
      expect(await antd()).toBe((await colours()).own);
    }
  });

  it('tells the same of a section in list, hub and section', async () => {
    const { page } = program;
    await page.keyboard.press('Control+Shift+H');
    const hub = await page.getByRole('region', { name: '各节进度' }).getByRole('listitem').allTextContents();
    const words = /未开始|进行中|有问题|完成/;
    const list = (await work.list().locator('ol').getByRole('listitem').allTextContents()).map(
      (text) => words.exec(text)?.[0],
    );
    expect(hub.map((text) => words.exec(text)?.[0])).toEqual(list);
  });

  it('breaks nowhere and breaks no rule of the content security policy', () => {
    expect(broken).toEqual([]);
  });
});
