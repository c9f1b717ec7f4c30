// `npm run screenshots`: walks every page of the real window with two samples, in light and dark, and keeps the
// pictures under docs/screenshots/. They are made to be looked at: by whoever changed a page, and by readers.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { prepare } from '../setup/prepare.ts';
import { prepareLauncher } from '../setup/prepareLauncher.ts';
import { projectRoot } from '../setup/projectRoot.ts';

/** The complete sample shows what is done, the planted one what is open. */
const walks = [
  { folder: 'complete', sample: 0 },
  { folder: 'problems', sample: 1 },
] as const;
const target = path.join(projectRoot, 'docs', 'screenshots');

await prepare({ system: 'window', electron: true });
const launcher = await prepareLauncher();
try {
  rmSync(target, { recursive: true, force: true });
  for (const theme of ['light', 'dark'] as const) {
    const { app, page, close } = await launcher.launch();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 700));
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: '新建申报' }).waitFor();
    await keep(page, theme, 'start');
    for (const { folder, sample } of walks) {
      await page.getByRole('button', { name: /示例/ }).nth(sample).click();
      await walk(page, theme, folder);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill('关闭草稿');
      await keep(page, theme, `${folder}-palette`);
      await page.getByRole('option', { name: /关闭草稿/ }).click();
      await page.getByRole('button', { name: '新建申报' }).waitFor();
    }
    await close();
  }
} finally {
  launcher.stop();
}

/** Every entry of the section list, one after the other. */
async function walk(page: Page, theme: string, folder: string): Promise<void> {
  const entries = page.getByRole('navigation').first().getByRole('button');
  await entries.first().waitFor({ timeout: 60_000 });
  for (let index = 0; index < (await entries.count()); index += 1) {
    await entries.nth(index).click();
    await keep(page, theme, `${folder}-${String(index).padStart(2, '0')}`);
  }
}

/** Waits until nothing moves, so that a picture shows what a person sees: the page painted, its pictures there. */
async function keep(page: Page, theme: string, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const drawn = Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    // Pictures further down are not fetched before they come into view.
    await Promise.race([drawn, new Promise((over) => setTimeout(over, 3000))]);
  });
  await page.waitForTimeout(1200);
  mkdirSync(path.join(target, theme), { recursive: true });
  const picture = await page.screenshot();
  // A palette is enough for a window, and the folder stays small.
  await sharp(picture)
    .png({ palette: true, colours: 128, compressionLevel: 9 })
    .toFile(path.join(target, theme, `${name}.png`));
}
