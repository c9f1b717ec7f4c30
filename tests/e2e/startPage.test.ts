import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { startSecond } from './startSecond.ts';

let program: RunningProgram;

beforeAll(async () => {
  program = await launchProgram();
});

afterAll(async () => {
  await program?.close();
});

describe('the start page in the real window', () => {
  it('says what the program is and which calls it knows', async () => {
    const { page } = program;
    await page.locator('.call-card').first().waitFor();
    expect(await page.title()).toBe('成册');
    expect(await page.locator('h1').textContent()).toBe('成册');
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('离线准备、检查、装订政府项目申报材料');
    expect(text).toContain('工业互联网试点示范项目');
    expect(text).toContain('2020年2月10日');
    expect(text).toContain('已截止');
    expect(text).toContain('版本 0.1.0');
  });

  it('is painted in both themes without a horizontal scroll bar', async () => {
    const { page } = program;
    const folder = path.join(os.tmpdir(), 'chengce-screenshots');
    mkdirSync(folder, { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const picture = await page.screenshot({ path: path.join(folder, `start-${colorScheme}.png`) });
      expect(picture.length).toBeGreaterThan(10_000);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    const { wide, visible } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      visible: document.documentElement.clientWidth,
    }));
    expect(wide).toBeLessThanOrEqual(visible);
  });
});

describe('a second start', () => {
  it('ends at once and leaves the first window as it was', async () => {
    expect(await startSecond(program.dataFolder)).toBe(0);
    expect(await program.page.evaluate(() => document.title)).toBe('成册');
    expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
