import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownCalls, newestCall } from '../../main/tasks/knownCalls.ts';
import type { SectionContent } from '../../shared/calls/schema/call.ts';
import { themes, violations, violationsInBoth } from './axeViolations.ts';
import { chooseFile } from './chooseFile.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { PaperPage } from './pages/PaperPage.ts';
import { Workspace } from './pages/Workspace.ts';

let program: RunningProgram;

beforeAll(async () => {
  program = await launchProgram();
  await program.page.getByRole('button', { name: '新建申报' }).waitFor();
});

afterAll(async () => {
  await program?.close();
});

/** Title of the section that holds something. */
function titleOf(content: SectionContent): string {
  return newestCall(knownCalls())?.sections.find(({ holds }) => holds.includes(content))?.title ?? '';
}

/** The entries of the section list, in order. */
const entries = (page: Page) => page.getByRole('navigation').first().getByRole('button');

describe('the start page', () => {
  it.each(themes)('has no violation in %s', async (colorScheme) => {
    await program.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(program.page)).toEqual([]);
  });
});

describe('every page of an open draft', () => {
  beforeAll(async () => {
    // The sample with planted mistakes shows verdicts of every kind.
    await program.page.getByRole('button', { name: /示例/ }).nth(1).click();
    await entries(program.page).first().waitFor({ timeout: 60_000 });
  });

  it.each(themes)(
    'has no violation in %s',
    async (colorScheme) => {
      const { page } = program;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found: string[] = [];
      for (let index = 0; index < (await entries(page).count()); index += 1) {
        const entry = entries(page).nth(index);
        const name = ((await entry.textContent()) ?? '').replace(/\s+/g, ' ');
        await entry.click();
        await page.locator('main h1').first().waitFor();
        await page.waitForTimeout(500);
        found.push(...(await violations(page)).map((one) => `${name}: ${one}`));
      }
      expect(found).toEqual([]);
    },
    180_000,
  );

  it('is not wider than a window of 1366 × 700, nor at twice the size', async () => {
    const { page, app } = program;
    const tooWide: string[] = [];
    for (const zoom of [1, 2]) {
      await entries(page).first().click();
      await app.evaluate(({ BrowserWindow }, factor) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(1366, 700);
        window?.webContents.setZoomFactor(factor);
      }, zoom);
      await page.waitForTimeout(500);
      // At twice the size the list is behind a button; pages are then reached by Alt and arrows or the palette.
      for (let step = 0; ; step += 1) {
        await page.waitForTimeout(300);
        const { wide, visible, title } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth,
          visible: document.documentElement.clientWidth,
          title: document.querySelector('main h1')?.textContent ?? '',
        }));
        if (wide > visible) tooWide.push(`${title} at ${zoom}: ${wide} > ${visible}`);
        const next = page.getByRole('button', { name: /^下一节/ });
        if ((await next.count()) === 0) {
          expect(step, 'pages walked').toBeGreaterThan(10);
          break;
        }
        await next.first().click();
      }
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1),
      );
      await entries(page).first().waitFor();
    }
    expect(tooWide).toEqual([]);
  }, 120_000);

  it.each([
    ['the palette', 'Control+K'],
    ['a new draft', 'Control+N'],
    ['a version', 'Control+S'],
    ['the keys', 'F1'],
    ['the versions', '查看与恢复版本'],
    ['keeping a company', '存入公司资料库'],
    ['the companies kept', '管理公司资料库'],
  ])('has no violation in the dialog of %s', async (_what, way) => {
    const work = new Workspace(program.page);
    if (/^(Control|F)/.test(way)) await program.page.keyboard.press(way);
    else await work.find(way);
    await work.dialog().waitFor();
    expect(await violationsInBoth(program.page)).toEqual([]);
    await program.page.keyboard.press('Escape');
    await work.dialog().waitFor({ state: 'detached' });
  });

  it.each(['要求', '问题', '预览'])(
    'has no violation in the side panel %s',
    async (tab) => {
      const { page } = program;
      if ((await page.getByRole('tab', { name: tab }).count()) === 0) await page.keyboard.press('Control+B');
      await page.getByRole('tab', { name: tab }).click();
      if (tab === '预览') await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 60_000 });
      expect(await violationsInBoth(program.page)).toEqual([]);
    },
    90_000,
  );

  it('has no violation on the paper form', async () => {
    await new Workspace(program.page).goTo(titleOf('form'));
    const paper = new PaperPage(program.page);
    await paper.show('纸样');
    await paper.sheet.waitFor();
    await paper.sheet.locator('input, textarea').first().click();
    expect(await violationsInBoth(program.page)).toEqual([]);
    await paper.show('表单');
  });

  it('has no violation beside an invoice, with its cell open', async () => {
    const { page } = program;
    await new Workspace(page).goTo(titleOf('invoices'));
    await page.locator('.ag-row [col-id="number"]').first().click();
    await page.getByRole('button', { name: '影像与详情' }).click();
    await page.getByRole('region', { name: /发票的详情/ }).waitFor();
    await page.locator('.ag-row [col-id="number"]').first().click();
    await page.keyboard.press('F2');
    expect(await violationsInBoth(program.page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('has no violation in front of the pages of a file', async () => {
    const { page } = program;
    await new Workspace(page).goTo(titleOf('attachments'));
    await page
      .getByRole('main')
      .getByRole('button', { name: /^查看“.+”的页面/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('img').first().waitFor();
    expect(await violationsInBoth(program.page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('has no violation while and after it is exported', async () => {
    const out = await mkdtemp(path.join(os.tmpdir(), '成品 '));
    const { page, app } = program;
    await new Workspace(page).goTo('预览与导出');
    await chooseFile(app, out);
    await page.getByRole('button', { name: '选择文件夹并导出…' }).click();
    await page.locator('[aria-current="step"]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('region', { name: '导出结果' }).waitFor({ timeout: 120_000 });
    expect(await violationsInBoth(program.page)).toEqual([]);
    await rm(out, { recursive: true, force: true });
  }, 150_000);
});
