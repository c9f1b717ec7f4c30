import { mkdirSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { startSecond } from './startSecond.ts';

let program: RunningProgram;
/** A server on this very machine that would answer: what is refused is refused by the program, not by a missing network. */
let server: http.Server;
let address: string;
const asked: string[] = [];

beforeAll(async () => {
  server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('answer');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  program = await launchProgram();
});

afterAll(async () => {
  await program?.close();
  server.close();
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

describe('the sandbox of the window', () => {
  it('has no Node in the page and one small bridge', async () => {
    const facts = await program.page.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      module: typeof Reflect.get(globalThis, 'module'),
      bridge: Object.keys(Reflect.get(globalThis, 'chengce') as object),
      origin: location.origin,
    }));
    expect(facts).toEqual({
      require: 'undefined',
      process: 'undefined',
      module: 'undefined',
      bridge: ['invoke'],
      origin: 'app://chengce',
    });
  });

  it('is switched on in the preferences of the window', async () => {
    const preferences = await program.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const read = contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences');
      return typeof read === 'function' ? read.call(contents) : null;
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it.each(['localhost by address', 'a name'])(
    'denies fetch, WebSocket, images and beacons to %s',
    async (kind) => {
      const host = kind === 'a name' ? 'example.com' : address;
      const before = asked.length;
      const refused = await program.page.evaluate(async (target) => {
        const fetched = await fetch(`http://${target}/fetch`).then(
          () => 'answered',
          () => 'refused',
        );
        const socket = await new Promise<string>((resolve) => {
          try {
            const open = new WebSocket(`ws://${target}/socket`);
            open.onopen = () => resolve('answered');
            open.onerror = () => resolve('refused');
          } catch {
            resolve('refused');
          }
        });
        const image = await new Promise<string>((resolve) => {
          const picture = new Image();
          picture.onload = () => resolve('answered');
          picture.onerror = () => resolve('refused');
          picture.src = `http://${target}/image.png`;
        });
        navigator.sendBeacon(`http://${target}/beacon`);
        return { fetched, socket, image };
      }, host);
      expect(refused).toEqual({ fetched: 'refused', socket: 'refused', image: 'refused' });
      expect(asked.slice(before)).toEqual([]);
    },
  );

  it('denies the network to the main session too, even outside the page and its policy', async () => {
    const before = asked.length;
    const answer = await program.app.evaluate(async ({ session }, url) => {
      const fetched = (from: Electron.Session): Promise<string> =>
        from.fetch(url).then(
          () => 'answered',
          () => 'refused',
        );
      return [await fetched(session.defaultSession), await fetched(session.fromPartition('window'))];
    }, `http://${address}/main`);
    expect(answer).toEqual(['refused', 'refused']);
    expect(asked.slice(before)).toEqual([]);
  });

  it('opens no window and goes nowhere', async () => {
    const { page, app } = program;
    const opened = await page.evaluate((target) => {
      const other = window.open(`http://${target}/window`);
      const link = document.createElement('a');
      link.href = `http://${target}/link`;
      document.body.append(link);
      link.click();
      link.remove();
      return other === null ? 'denied' : 'opened';
    }, address);
    expect(opened).toBe('denied');
    await page
      .evaluate((target) => location.assign(`http://${target}/navigate`), address)
      .catch(() => undefined);
    await page.waitForTimeout(300);
    const still = await page.evaluate(() => [
      location.href,
      document.title,
      document.querySelector('h1')?.textContent,
    ]);
    expect(still).toEqual(['app://chengce/', '成册', '成册']);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(asked.filter((url) => /window|link|navigate/.test(url))).toEqual([]);
  });

  it('grants no permission, runs no inline script', async () => {
    const facts = await program.page.evaluate(async () => {
      const permission = await navigator.permissions.query({ name: 'geolocation' });
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.body.append(script);
      script.remove();
      const image = document.createElement('img');
      image.setAttribute('onerror', 'globalThis.inlineRan = true');
      image.src = '/nothing-here.png';
      document.body.append(image);
      await new Promise((resolve) => setTimeout(resolve, 200));
      image.remove();
      return { geolocation: permission.state, inlineRan: Reflect.get(globalThis, 'inlineRan') ?? false };
    });
    expect(facts).toEqual({ geolocation: 'denied', inlineRan: false });
  });

  it('serves nothing outside its own folders', async () => {
    const statuses = await program.app.evaluate(
      async ({ session }, names) => {
        const answers: number[] = [];
        for (const name of names) {
          const response = await session.fromPartition('window').fetch(`app://chengce/${name}`);
          answers.push(response.status);
        }
        return answers;
      },
      [
        'index.html',
        'fonts/NotoSansSC-Regular.ttf',
        '%2e%2e/main/index.js',
        'fonts/%2e%2e/calls/cq-iiot-2020-1.json',
        'fonts/..%2f..%2fpackage.json',
        'assets/gone.js',
      ],
    );
    expect(statuses).toEqual([200, 200, 404, 404, 404, 404]);
  });

  it('refuses a channel that is not in the contract and an input that does not fit it', async () => {
    const answers = await program.page.evaluate(async () => {
      const bridge = Reflect.get(globalThis, 'chengce') as {
        invoke: (channel: string, input: unknown) => Promise<unknown>;
      };
      const unknown = await bridge.invoke('app:delete-everything', {}).then(
        () => 'answered',
        () => 'refused',
      );
      return { unknown, misfit: await bridge.invoke('app:info', { extra: 1 }) };
    });
    expect(answers).toMatchObject({
      unknown: 'refused',
      misfit: { ok: false, problem: { code: 'input-refused' } },
    });
  });
});

describe('a second start', () => {
  it('ends at once and leaves the first window as it was', async () => {
    expect(await startSecond(program.dataFolder)).toBe(0);
    expect(await program.page.evaluate(() => document.title)).toBe('成册');
    expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
