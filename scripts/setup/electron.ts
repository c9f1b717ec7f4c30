import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './cacheFolder.ts';
import { cachedFallbackElectron, fallbackElectronVersion, makeFallbackElectron } from './fallbackElectron.ts';
import { cachedFallbackSqlite, makeFallbackSqlite } from './fallbackSqlite.ts';
import type { Outcome } from './Outcome.ts';
import { projectRoot } from './projectRoot.ts';
import { ensureSystemPackages } from './systemPackages.ts';

/** An Electron that can be started: its executable and what its environment needs. */
export type FoundElectron = {
  readonly executable: string;
  readonly folder: string;
  readonly version: string;
  readonly kind: 'override' | 'official' | 'fallback';
  /** Set CHENGCE_SQLITE_BINDING to this when starting it; null for an official Electron. */
  readonly sqliteBinding: string | null;
};
type Refusal = Extract<Outcome, { ok: false }>;

/**
 * Finds an Electron, in this order: ELECTRON_OVERRIDE_DIST_PATH, the official one already downloaded, the
 * official download (ELECTRON_MIRROR is honoured), the fallback made from an npm package on Linux x64.
 * Whether the download host answers is asked once and remembered for a day, so that an offline machine
 * does not wait at every start.
 */
export async function findElectron(): Promise<
  { readonly ok: true; readonly electron: FoundElectron } | Refusal
> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return fromOverride(path.resolve(override));
  const installed = await official();
  if (installed !== null) return { ok: true, electron: installed };
  const cached = await cachedFallback();
  if (cached !== null && (await recentlyUnreachable())) return { ok: true, electron: cached };
  const refusal = await download();
  if (refusal === null) {
    const fresh = await official();
    if (fresh !== null) return { ok: true, electron: fresh };
  }
  if (process.platform === 'linux' && process.arch === 'x64') return makeFallback(cached);
  return (
    refusal ?? {
      ok: false,
      what: 'Electron was downloaded, but its executable is not where it should be',
      next: 'delete node_modules/electron/dist, then run the same command again',
      zh: '请删除 node_modules/electron/dist 后重试。',
    }
  );
}

/** The environment in which to start `electron`, on top of the present one. */
export function electronEnvironment(electron: FoundElectron): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, CHENGCE_SQLITE_BINDING: __, ...env } = process.env;
  return electron.sqliteBinding === null ? env : { ...env, CHENGCE_SQLITE_BINDING: electron.sqliteBinding };
}

/** Chromium's own sandbox cannot work for root; everywhere else it stays on. */
export function electronArguments(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

const executableIn: { readonly [platform: string]: string } = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
const executableName = executableIn[process.platform] ?? 'electron';

async function fromOverride(folder: string): ReturnType<typeof findElectron> {
  const executable = path.join(folder, executableName);
  if (!existsSync(executable)) {
    return {
      ok: false,
      what: `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${executableName} in it`,
      next: 'point the variable at the folder that holds the executable, or unset it',
      zh: '请把 ELECTRON_OVERRIDE_DIST_PATH 指向含有 Electron 可执行文件的文件夹，或取消该变量。',
    };
  }
  const version = await versionIn(folder);
  // An older runtime than the addon's Node-API 10 needs the addon compiled for the fallback.
  const old = Number.parseInt(version, 10) < 36;
  const sqliteBinding = old ? await cachedFallbackSqlite() : null;
  return { ok: true, electron: { executable, folder, version, kind: 'override', sqliteBinding } };
}

async function official(): Promise<FoundElectron | null> {
  const folder = path.join(projectRoot, 'node_modules', 'electron', 'dist');
  const executable = path.join(folder, executableName);
  if (!existsSync(executable)) return null;
  const version = await versionIn(folder);
  if (version !== (await wantedVersion())) return null;
  return { executable, folder, version, kind: 'official', sqliteBinding: null };
}

async function versionIn(folder: string): Promise<string> {
  const text = await readFile(path.join(folder, 'version'), 'utf8').catch(() => 'unknown');
  return text.trim().replace(/^v/, '');
}

async function wantedVersion(): Promise<string> {
  const file = path.join(projectRoot, 'node_modules', 'electron', 'package.json');
  const description: unknown = JSON.parse(await readFile(file, 'utf8'));
  return typeof description === 'object' && description !== null && 'version' in description
    ? String(description.version)
    : '';
}

/** Downloads the official Electron with its own installer. Null when it worked. */
async function download(): Promise<Refusal | null> {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const host = mirror ?? 'https://github.com/electron/electron/releases/';
  const refusal = (reason: string): Refusal => ({
    ok: false,
    what: `the official Electron could not be downloaded from ${host}: ${reason}`,
    next: 'set ELECTRON_MIRROR to a mirror that this machine reaches, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, then run the same command again',
    zh: '无法下载 Electron。请把 ELECTRON_MIRROR 设为可访问的镜像地址，或用 ELECTRON_OVERRIDE_DIST_PATH 指向已解压的 Electron，然后重试。',
  });
  const silent = await unreachable(host);
  if (silent !== null) {
    await remember(host);
    return refusal(silent);
  }
  console.error(`set-up: downloading Electron from ${host} …`);
  const installer = path.join(projectRoot, 'node_modules', 'electron', 'install.js');
  const code = await new Promise<number>((resolve) => {
    const child = spawn(process.execPath, [installer], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    });
    child.on('error', () => resolve(1));
    child.on('exit', (status) => resolve(status ?? 1));
  });
  if (code === 0) return null;
  await remember(host);
  return refusal(`its installer ended with ${code}`);
}

/** Asks the download host for any answer at all, for at most four seconds. Null when it gave one. */
async function unreachable(host: string): Promise<string | null> {
  const script =
    "fetch(process.argv[1],{method:'HEAD',redirect:'manual',signal:AbortSignal.timeout(4000)}).then(()=>process.exit(0),e=>{console.error(e.cause?.code??e.name);process.exit(1)})";
  return new Promise((resolve) => {
    // A child of its own: only at start does Node read the proxy variables for fetch.
    const child = spawn(process.execPath, ['-e', script, host], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_USE_ENV_PROXY: '1', NODE_NO_WARNINGS: '1' },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code) => resolve(code === 0 ? null : said.trim() || 'no answer'));
  });
}

const memory = (): string => path.join(cacheFolder(), 'electron-unreachable.json');
const day = 24 * 60 * 60 * 1000;

async function remember(host: string): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(memory(), `${JSON.stringify({ host, at: Date.now() })}\n`);
}

async function recentlyUnreachable(): Promise<boolean> {
  try {
    const noted: unknown = JSON.parse(await readFile(memory(), 'utf8'));
    if (typeof noted !== 'object' || noted === null || !('at' in noted) || !('host' in noted)) return false;
    const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
    if (mirror !== undefined && noted.host !== mirror) return false;
    return typeof noted.at === 'number' && Date.now() - noted.at < day;
  } catch {
    return false;
  }
}

async function cachedFallback(): Promise<FoundElectron | null> {
  const folder = await cachedFallbackElectron();
  const sqliteBinding = await cachedFallbackSqlite();
  return folder === null || sqliteBinding === null ? null : fallback(folder, sqliteBinding);
}

function fallback(folder: string, sqliteBinding: string): FoundElectron {
  const executable = path.join(folder, 'electron');
  return { executable, folder, version: fallbackElectronVersion, kind: 'fallback', sqliteBinding };
}

async function makeFallback(cached: FoundElectron | null): ReturnType<typeof findElectron> {
  if (cached !== null) return { ok: true, electron: cached };
  const compiler = await ensureSystemPackages('compiler');
  if (!compiler.ok) return compiler;
  try {
    let folder = await cachedFallbackElectron();
    if (folder === null) {
      console.error('set-up: fetching the fallback Electron through npm (196 MB, once) …');
      folder = await makeFallbackElectron();
    }
    let binding = await cachedFallbackSqlite();
    if (binding === null) {
      console.error('set-up: compiling SQLite for it (about two minutes, once) …');
      binding = await makeFallbackSqlite();
    }
    return { ok: true, electron: fallback(folder, binding) };
  } catch (error) {
    return {
      ok: false,
      what: `the fallback Electron could not be made: ${error instanceof Error ? error.message : String(error)}`,
      next: 'set ELECTRON_MIRROR to a mirror that this machine reaches, or mend what is said above, then run the same command again',
      zh: '备用 Electron 准备失败。请设置可访问的 ELECTRON_MIRROR，或按上面的提示处理后重试。',
    };
  }
}
