import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFolder } from '../../scripts/setup/appFolder.ts';
import { launchProgram, type RunningProgram } from './launchProgram.ts';
import { type NosyServer, startNosyServer } from './nosyServer.ts';

let program: RunningProgram;
let server: NosyServer;

beforeAll(async () => {
  server = await startNosyServer();
  program = await launchProgram();
  await program.page.locator('h1').first().waitFor();
});

afterAll(async () => {
  await program?.close();
  await server?.close();
});

/** What the server has been asked since; a moment is given to what comes late. */
async function askedSince(count: number): Promise<readonly string[]> {
  await program.page.waitForTimeout(300);
  return server.asked.slice(count);
}

const pageStands = (): Promise<string> => program.page.evaluate(() => location.href);
const windows = (): Promise<number> =>
  program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

describe('the sandbox of the window', () => {
  it('has no Node in the page and one small bridge', async () => {
    const facts = await program.page.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      module: typeof Reflect.get(globalThis, 'module'),
      bridge: Object.keys(Reflect.get(globalThis, 'chengce') as object).sort(),
      origin: location.origin,
    }));
    expect(facts).toEqual({
      require: 'undefined',
      process: 'undefined',
      module: 'undefined',
      bridge: ['addFiles', 'invoke', 'on'],
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

  it('has a bridge the page cannot change', async () => {
    const changed = await program.page.evaluate(() => {
      const bridge = Reflect.get(globalThis, 'chengce') as Record<string, unknown>;
      const results = [Reflect.set(bridge, 'invoke', () => 'mine'), Reflect.set(bridge, 'more', 1)];
      Reflect.set(globalThis, 'chengce', null);
      return [...results, Reflect.get(globalThis, 'chengce') === bridge];
    });
    expect(changed).toEqual([false, false, true]);
  });
});

describe('the network', () => {
  it.each(['an address of this machine', 'a name'])(
    'is denied to every way a page could take to %s',
    async (kind) => {
      const host = kind === 'a name' ? 'example.com' : server.address;
      const before = server.asked.length;
      const answers = await program.page.evaluate(async (target) => {
        const url = (name: string): string => `http://${target}/${name}`;
        const element = (
          tag: string,
          attributes: Readonly<Record<string, string>>,
          where: ParentNode & Node = document.body,
        ): Promise<string> =>
          new Promise((resolve) => {
            const made = document.createElement(tag);
            made.addEventListener('load', () => resolve('loaded'));
            made.addEventListener('error', () => resolve('refused'));
            for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
            where.append(made);
            setTimeout(() => {
              made.remove();
              resolve('refused');
            }, 400);
          });
        const attempt = (action: () => Promise<unknown>): Promise<string> =>
          action().then(
            () => 'loaded',
            () => 'refused',
          );
        const socket = (make: () => WebSocket | EventSource): Promise<string> =>
          new Promise((resolve) => {
            try {
              const open = make();
              open.onopen = () => resolve('loaded');
              open.onerror = () => resolve('refused');
            } catch {
              resolve('refused');
            }
          });
        const worker = (source: string | URL): Promise<string> =>
          new Promise((resolve) => {
            try {
              const made = new Worker(source);
              made.onmessage = () => resolve('loaded');
              made.onerror = () => resolve('refused');
              setTimeout(() => resolve('refused'), 400);
            } catch {
              resolve('refused');
            }
          });
        const blob = URL.createObjectURL(new Blob([`fetch('${url('blob')}'); postMessage(1)`]));
        const request = new XMLHttpRequest();
        navigator.sendBeacon(url('beacon'));
        const results = {
          fetch: await attempt(() => fetch(url('fetch'))),
          fetchNoCors: await attempt(() => fetch(url('fetch'), { mode: 'no-cors' })),
          request: await new Promise<string>((resolve) => {
            request.onload = () => resolve('loaded');
            request.onerror = () => resolve('refused');
            request.open('GET', url('request'));
            request.send();
          }),
          socket: await socket(() => new WebSocket(`ws://${target}/socket`)),
          events: await socket(() => new EventSource(url('events'))),
          module: await element('script', { type: 'module', src: url('module.js') }, document.head),
          image: await element('img', { src: url('image.png') }),
          video: await element('video', { src: url('video.mp4') }),
          object: await element('object', { data: url('object') }),
          embed: await element('embed', { src: url('embed') }),
          style: await element('link', { rel: 'stylesheet', href: url('style.css') }, document.head),
          prefetch: await element('link', { rel: 'prefetch', href: url('prefetch') }, document.head),
          oldScript: await element('script', { src: url('script.js') }, document.head),
          worker: await worker(url('worker.js')),
          dataWorker: await worker(`data:text/javascript,postMessage(1)`),
          blobWorker: await worker(blob),
        };
        const style = document.createElement('div');
        style.style.backgroundImage = `url(${url('background.png')})`;
        document.body.append(style);
        const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${target}` }] });
        connection.createDataChannel('way out');
        await connection.setLocalDescription(await connection.createOffer());
        await new Promise((resolve) => setTimeout(resolve, 800));
        connection.close();
        style.remove();
        return results;
      }, host);
      expect(new Set(Object.values(answers)), JSON.stringify(answers)).toEqual(new Set(['refused']));
      expect(await askedSince(before)).toEqual([]);
    },
  );

  it('is denied to a frame and to a form', async () => {
    const before = server.asked.length;
    await program.page.evaluate(async (target) => {
      const frame = document.createElement('iframe');
      frame.src = `http://${target}/frame`;
      const form = document.createElement('form');
      form.action = `http://${target}/form`;
      form.method = 'post';
      document.body.append(frame, form);
      form.submit();
      await new Promise((resolve) => setTimeout(resolve, 300));
      frame.remove();
      form.remove();
    }, server.address);
    expect(await askedSince(before)).toEqual([]);
    expect(await pageStands()).toBe('app://chengce/');
  });

  it('is denied to main too, beyond the page and its policy', async () => {
    const before = server.asked.length;
    const answer = await program.app.evaluate(async ({ session }, url) => {
      const fetched = (from: Electron.Session): Promise<string> =>
        from.fetch(url).then(
          () => 'answered',
          () => 'refused',
        );
      return [await fetched(session.defaultSession), await fetched(session.fromPartition('window'))];
    }, `http://${server.address}/main`);
    expect(answer).toEqual(['refused', 'refused']);
    expect(await askedSince(before)).toEqual([]);
  });
});

describe('the files of this machine', () => {
  it('are not to be had by any link', async () => {
    const secret = path.join(program.dataFolder, '密 钥.txt');
    writeFileSync(secret, 'secret words');
    const url = pathToFileURL(secret).href;
    const answers = await program.page.evaluate(async (file) => {
      const fetched = await fetch(file).then(
        () => 'read',
        () => 'refused',
      );
      const image = await new Promise<string>((resolve) => {
        const picture = new Image();
        picture.onload = () => resolve('read');
        picture.onerror = () => resolve('refused');
        picture.src = file;
      });
      const frame = document.createElement('iframe');
      frame.src = file;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 300));
      let inside = 'refused';
      try {
        if (frame.contentDocument?.body.textContent?.includes('secret') === true) inside = 'read';
      } catch {
        inside = 'refused';
      }
      frame.remove();
      const opened = window.open(file) === null ? 'refused' : 'read';
      location.href = file;
      return { fetched, image, inside, opened };
    }, url);
    expect(answers).toEqual({ fetched: 'refused', image: 'refused', inside: 'refused', opened: 'refused' });
    await program.page.waitForTimeout(300);
    expect(await pageStands()).toBe('app://chengce/');
    expect(await windows()).toBe(1);
  });

  it('outside its own folders are not served', async () => {
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
        'fonts/%00',
        'fonts/%E0%A4%A',
        'assets/gone.js',
        'files/',
        `files/${'0'.repeat(64)}/pages/1?width=100`,
        'files/..%2f..%2fpackage.json/pages/1',
      ],
    );
    expect(statuses).toEqual([200, 200, 404, 404, 404, 404, 404, 404, 404, 404, 404]);
  });
});

describe('the window', () => {
  it('opens no other and goes nowhere', async () => {
    const { page } = program;
    const before = server.asked.length;
    const opened = await page.evaluate((target) => {
      const results = [window.open(`http://${target}/window`), window.open('about:blank'), window.open('')];
      const link = document.createElement('a');
      link.href = `http://${target}/link`;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.removeAttribute('target');
      link.click();
      link.remove();
      return results.map((one) => (one === null ? 'denied' : 'opened'));
    }, server.address);
    expect(opened).toEqual(['denied', 'denied', 'denied']);
    for (const url of [
      `http://${server.address}/navigate`,
      'data:text/html,<p>other</p>',
      'about:blank',
      'mailto:nobody@example.com',
    ]) {
      await page.evaluate((target) => location.assign(target), url).catch(() => undefined);
      await page.waitForTimeout(150);
    }
    expect(await pageStands()).toBe('app://chengce/');
    expect(await windows()).toBe(1);
    expect(await askedSince(before)).toEqual([]);
  });

  it('downloads nothing', async () => {
    const { page, app } = program;
    await app.evaluate(({ session }) => {
      const items: string[] = [];
      Reflect.set(globalThis, 'downloads', items);
      session.fromPartition('window').on('will-download', (event, item) => {
        items.push(event.defaultPrevented ? 'prevented' : item.getURL());
      });
    });
    await page.evaluate(async () => {
      for (const href of [
        'data:application/octet-stream,words',
        '/index.html',
        URL.createObjectURL(new Blob(['x'])),
      ]) {
        const link = document.createElement('a');
        link.href = href;
        link.download = 'taken.txt';
        document.body.append(link);
        link.click();
        link.remove();
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    });
    await page.waitForTimeout(300);
    const downloads = await app.evaluate(() => Reflect.get(globalThis, 'downloads') as string[]);
    expect(downloads.filter((one) => one !== 'prevented')).toEqual([]);
    expect(await pageStands()).toBe('app://chengce/');
  });

  it('grants no permission', async () => {
    const facts = await program.page.evaluate(async () => {
      const states: Record<string, string> = {};
      for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'])
        states[name] = await navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'denied',
        );
      const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
        () => 'granted',
        () => 'denied',
      );
      const screen = await navigator.mediaDevices.getDisplayMedia().then(
        () => 'granted',
        () => 'denied',
      );
      const clipboard = await navigator.clipboard.readText().then(
        () => 'granted',
        () => 'denied',
      );
      return { ...states, media, screen, clipboard, notify: await Notification.requestPermission() };
    });
    expect(new Set(Object.values(facts)), JSON.stringify(facts)).toEqual(new Set(['denied']));
  });

  it('runs no script but its own', async () => {
    const ran = await program.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.strangeRan = true';
      document.body.append(script);
      script.remove();
      const image = document.createElement('img');
      image.setAttribute('onerror', 'globalThis.strangeRan = true');
      image.src = '/nothing-here.png';
      document.body.append(image);
      const link = document.createElement('a');
      link.href = 'javascript:globalThis.strangeRan = true';
      document.body.append(link);
      link.click();
      // Whoever asks from outside may evaluate for the moment of the asking: the page itself speaks later.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const evaluated = (() => {
        try {
          return new Function('return "evaluated"')() as string;
        } catch {
          return 'refused';
        }
      })();
      await new Promise((resolve) => setTimeout(resolve, 200));
      image.remove();
      link.remove();
      return { strange: Reflect.get(globalThis, 'strangeRan') ?? false, evaluated };
    });
    expect(ran).toEqual({ strange: false, evaluated: 'refused' });
  });

  it('takes no style that does not carry the nonce of the page', async () => {
    const colour = await program.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = '#root { outline: 7px solid red }';
      document.head.append(style);
      const { outlineWidth } = getComputedStyle(document.getElementById('root') ?? document.body);
      style.remove();
      return outlineWidth;
    });
    expect(colour).not.toBe('7px');
  });
});

describe('the contract', () => {
  it('has no other channel, and refuses an input that does not fit', async () => {
    const answers = await program.page.evaluate(async () => {
      const bridge = Reflect.get(globalThis, 'chengce') as {
        invoke: (channel: string, input: unknown) => Promise<unknown>;
        on: (event: string, listener: () => void) => unknown;
      };
      const refused = (channel: string): Promise<string> =>
        bridge.invoke(channel, {}).then(
          () => 'answered',
          () => 'refused',
        );
      const listened = (event: string): string => {
        try {
          bridge.on(event, () => {});
          return 'listens';
        } catch {
          return 'refused';
        }
      };
      return {
        unknown: await refused('app:delete-everything'),
        ofElectron: await refused('ELECTRON_BROWSER_REQUIRE'),
        // A page that names paths itself is turned away before main hears of it.
        paths: await refused('attachments:add'),
        event: listened('electron-store-get-data'),
        misfit: await bridge.invoke('app:info', { extra: 1 }),
      };
    });
    expect(answers).toMatchObject({
      unknown: 'refused',
      ofElectron: 'refused',
      paths: 'refused',
      event: 'refused',
      misfit: { ok: false, problem: { code: 'input-refused' } },
    });
  });

  it('answers nobody but its own page: a strange one with the same bridge gets nothing', async () => {
    const answer = await program.app.evaluate(async ({ BrowserWindow, session }, preload) => {
      const strange = new BrowserWindow({
        show: false,
        webPreferences: {
          preload,
          sandbox: true,
          contextIsolation: true,
          session: session.fromPartition('strange'),
        },
      });
      await strange.loadURL('data:text/html,<title>strange</title>');
      const said: unknown = await strange.webContents.executeJavaScript(
        `chengce.invoke('app:info', {}).then(() => 'answered', (error) => String(error))`,
      );
      strange.destroy();
      return said;
    }, preloadPath());
    expect(answer).toMatch(/refused/);
  });
});

/** The preload of the build that is running. */
function preloadPath(): string {
  return path.join(appFolder, 'out', 'preload', 'preload.cjs');
}
