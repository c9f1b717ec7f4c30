import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frameTitle, prepareDesk } from './desk.ts';
import type { RunningProgram } from './launchProgram.ts';
import { FieldsPage } from './pages/FieldsPage.ts';

const { folder, start, draftFile, typeName, storedName } = prepareDesk();

const ended = ({ app }: RunningProgram): Promise<void> =>
  new Promise((resolve) => {
    if (app.process().exitCode !== null) resolve();
    else app.process().once('exit', () => resolve());
  });

describe('closing at any moment', () => {
  it.each([
    [
      'the window is closed',
      ({ app }: RunningProgram) =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    ],
    [
      'the program is quit',
      ({ app }: RunningProgram) => app.evaluate(({ app: electron }) => electron.quit()),
    ],
    [
      'the system asks it to end',
      async ({ app }: RunningProgram) => {
        app.process().kill('SIGTERM');
      },
    ],
  ])('loses nothing when %s right after a key', async (_how, end) => {
    const file = await draftFile('草 稿.chengce');
    const running = await start(file);
    await running.page.getByRole('navigation').first().waitFor();
    await typeName(running, '最后一个字');
    const gone = ended(running);
    await end(running);
    await gone;
    expect(storedName(file)).toBe('最后一个字');
    expect(readdirSync(folder()).filter((name) => name.startsWith('草'))).toEqual(['草 稿.chengce']);
  });

  it('asks the user when the window does not answer, and says what is at stake', async () => {
    const file = await draftFile('草 稿.chengce');
    const running = await start(file);
    await running.page.getByRole('navigation').first().waitFor();
    await running.app.evaluate(({ dialog }) => {
      const said: string[] = [];
      Reflect.set(globalThis, 'said', said);
      Object.assign(dialog, {
        showMessageBox: async (_window: unknown, options: Electron.MessageBoxOptions) => {
          said.push([options.message, options.detail, ...(options.buttons ?? [])].join('\n'));
          return { response: said.length === 1 ? 0 : 1, checkboxChecked: false };
        },
      });
    });
    // The page hangs: no answer will come from it.
    await running.app.evaluate(({ BrowserWindow }) => {
      void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('for (;;) {}');
    });
    const close = () =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const said = () => running.app.evaluate(() => Reflect.get(globalThis, 'said') as string[]);
    await close();
    await expect.poll(async () => (await said()).length, { timeout: 15_000 }).toBe(1);
    expect((await said())[0]).toContain('返回');
    expect((await said())[0]).toContain('草 稿.chengce');
    expect(await frameTitle(running.app), '返回 leaves the window open').toBe('草 稿.chengce — 成册');
    const gone = ended(running);
    await close();
    await gone;
    expect(storedName(file)).toBeUndefined();
  });
});

describe('a page that dies', () => {
  it('comes back with the draft that was open, and says what happened', async () => {
    const file = await draftFile('草 稿.chengce');
    const running = await start(file);
    const { app, page } = running;
    await page.getByRole('navigation').first().waitFor();
    await typeName(running, '已经写好的字');
    await new FieldsPage(page).saved();
    await page.waitForTimeout(600);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    const text = (): Promise<string> =>
      app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents === undefined || contents.isCrashed() || contents.isLoading()) return '';
        // Between two pages nobody answers: the next look will.
        const later = new Promise((resolve) => setTimeout(() => resolve(''), 1000));
        return String(await Promise.race([contents.executeJavaScript('document.body.innerText'), later]));
      });
    await expect.poll(text, { timeout: 15_000 }).toContain('窗口刚才意外停止');
    expect(await text()).toContain('草 稿.chengce');
    expect(await frameTitle(app)).toBe('草 稿.chengce — 成册');
    await app.close();
    expect(storedName(file)).toBe('已经写好的字');
  });
});
