import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchProgram, type RunningProgram } from './launchProgram.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let program: RunningProgram;

beforeAll(async () => {
  program = await launchProgram();
  await program.page.getByRole('button', { name: '新建申报' }).waitFor();
});

afterAll(async () => {
  await program?.close();
});

/** What axe finds wrong on the page as it stands, told so that a failing test says where. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(async () => {
    const axe = Reflect.get(globalThis, 'axe') as { run: (options: object) => Promise<AxeResults> };
    return axe.run({ resultTypes: ['violations'] });
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** The entries of the section list, in order. */
const entries = (page: Page) => page.getByRole('navigation').first().getByRole('button');

describe('the start page', () => {
  it.each(['light', 'dark'] as const)('has no violation in %s', async (colorScheme) => {
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

  it.each(['light', 'dark'] as const)(
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
});
