import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { frameTitle, prepareDesk } from './desk.ts';
import { startSecond } from './startSecond.ts';

const { folder, start, draftFile, typeName, storedName } = prepareDesk();

describe('a draft opened from outside', () => {
  it('is shown when the program is started with it, and the window is named after it', async () => {
    const { app, page } = await start(await draftFile('5G 车间.chengce'));
    await page.getByRole('navigation').first().waitFor();
    expect(await frameTitle(app)).toBe('5G 车间.chengce — 成册');
  });

  it('takes the place of the one that is open, after that is saved, when the program is started a second time', async () => {
    const first = await draftFile('第一份.chengce');
    const second = await draftFile('第二份.chengce');
    const running = await start(first);
    await running.page.getByRole('navigation').first().waitFor();
    await typeName(running, '写到一半');
    expect(await startSecond(running.dataFolder, second)).toBe(0);
    await expect.poll(() => frameTitle(running.app), { timeout: 10_000 }).toBe('第二份.chengce — 成册');
    expect(storedName(first)).toBe('写到一半');
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('that is gone, or is no draft, is told in words on the start page', async () => {
    const wrong = path.join(folder(), '照片.chengce');
    writeFileSync(wrong, 'this is no draft');
    const { page } = await start(wrong);
    await page.getByText('这个文件不是成册的草稿').waitFor();
    expect(await page.locator('h1').first().textContent()).toBe('成册');
  });
});

describe('what the program keeps on this machine', () => {
  it('does not stop it when every file of it is broken; the broken ones are set aside', async () => {
    const data = path.join(folder(), 'data');
    mkdirSync(data, { recursive: true });
    const names = ['recents', 'profiles', 'preferences', 'window', 'last-folder'];
    for (const name of names) writeFileSync(path.join(data, `${name}.json`), '{"value": [');
    const { page } = await start();
    await page.locator('h1').first().waitFor();
    const kept = readdirSync(data);
    expect(names.filter((name) => !kept.includes(`${name}.unreadable-1.json`))).toEqual([]);
  });

  it('is the window as it stood: size, place, zoom', async () => {
    const first = await start();
    await first.page.locator('h1').first().waitFor();
    const wanted = { x: 60, y: 50, width: 1010, height: 620 };
    await first.app.evaluate(({ BrowserWindow, Menu }, bounds) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds(bounds);
      const zoom = Menu.getApplicationMenu()
        ?.items.flatMap((item) => item.submenu?.items ?? [])
        .find(({ label }) => label === '放大');
      zoom?.click();
    }, wanted);
    await first.page.waitForTimeout(800);
    await first.app.close();
    const { app, page } = await start();
    await page.locator('h1').first().waitFor();
    const stands = await app.evaluate(({ BrowserWindow }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
      zoom: BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
    }));
    expect(stands).toEqual({ bounds: wanted, zoom: 1.1 });
  });
});

describe('the menu', () => {
  it('has what does not make sense without a draft in grey, and sends the rest to the window', async () => {
    const { app, page } = await start();
    await page.locator('h1').first().waitFor();
    const labels = (): Promise<Record<string, boolean>> =>
      app.evaluate(({ Menu }) =>
        Object.fromEntries(
          (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) =>
            (submenu?.items ?? []).map(({ label, enabled }) => [label, enabled]),
          ),
        ),
      );
    const before = await labels();
    expect(before).toMatchObject({ '新建…': true, '另存为…': false, 撤销: false, 最近: false });
    const file = await draftFile('草 稿.chengce');
    await app.evaluate(({ dialog, Menu }, chosen) => {
      Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }) });
      const open = Menu.getApplicationMenu()
        ?.items.flatMap((item) => item.submenu?.items ?? [])
        .find(({ label }) => label === '打开…');
      open?.click();
    }, file);
    await page.getByRole('navigation').first().waitFor();
    expect(await labels()).toMatchObject({ '另存为…': true, 撤销: true, 最近: true });
  });
});
