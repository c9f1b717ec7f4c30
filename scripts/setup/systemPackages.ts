import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Outcome } from './Outcome.ts';

const run = promisify(execFile);

/** What a part of the work needs from a Debian system: how it is recognised and which package brings it. */
type Need = { readonly packageName: string } & (
  | { readonly command: string }
  | { readonly library: string }
  | { readonly file: string }
);

const window: readonly Need[] = [
  { library: 'libgtk-3.so.0', packageName: 'libgtk-3-0' },
  { library: 'libnss3.so', packageName: 'libnss3' },
  { library: 'libasound.so.2', packageName: 'libasound2' },
  { library: 'libgbm.so.1', packageName: 'libgbm1' },
  { library: 'libXss.so.1', packageName: 'libxss1' },
  { library: 'libXtst.so.6', packageName: 'libxtst6' },
  { library: 'libnotify.so.4', packageName: 'libnotify4' },
];
const needs = {
  /** Opening the real window. */
  window,
  /** Everything `npm test` opens files with, and a display for the window. */
  tests: [
    ...window,
    { command: 'Xvfb', packageName: 'xvfb' },
    { command: 'pdfinfo', packageName: 'poppler-utils' },
    { command: 'qpdf', packageName: 'qpdf' },
    { command: 'soffice', packageName: 'libreoffice-writer-nogui' },
    { file: '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', packageName: 'fonts-noto-cjk' },
  ],
  /** Compiling SQLite for the fallback Electron. */
  compiler: [
    { command: 'python3', packageName: 'python3' },
    { command: 'make', packageName: 'make' },
    { command: 'g++', packageName: 'g++' },
  ],
} as const satisfies Record<string, readonly Need[]>;

/** A purpose that system packages serve. */
export type Purpose = keyof typeof needs;

/**
 * On Debian and its relatives: installs what is missing when running as root, otherwise says the exact
 * command. On other systems there is nothing to do here and the answer is ok.
 */
export async function ensureSystemPackages(purpose: Purpose): Promise<Outcome> {
  if (process.platform !== 'linux') return { ok: true, note: '' };
  const missing = await missingPackages(needs[purpose]);
  if (missing.length === 0) return { ok: true, note: 'system packages ok' };
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!existsSync('/etc/debian_version')) {
    return {
      ok: false,
      what: `this system lacks what these Debian packages carry: ${missing.join(' ')}`,
      next: 'install them with the package manager of this system, then run the same command again',
      zh: `请用本系统的软件包管理器安装上述组件（Debian 名称：${missing.join(' ')}），然后重试。`,
    };
  }
  if (process.getuid?.() !== 0) {
    return {
      ok: false,
      what: `system packages are missing: ${missing.join(' ')}`,
      next: `sudo ${command}`,
      zh: `缺少系统组件，请运行：sudo ${command}`,
    };
  }
  console.error(`set-up: installing system packages: ${missing.join(' ')} …`);
  const failed = await install(missing);
  if (failed === null) return { ok: true, note: `installed ${missing.join(' ')}` };
  return {
    ok: false,
    what: `apt-get could not install ${missing.join(' ')}: ${failed}`,
    next: `check the network and /etc/apt/sources.list, then: apt-get update && ${command}`,
    zh: `系统组件安装失败，请检查网络和软件源后运行：apt-get update && ${command}`,
  };
}

async function missingPackages(list: readonly Need[]): Promise<string[]> {
  const libraries = await knownLibraries();
  const missing = list.filter((need) => {
    if ('library' in need) return !libraries.includes(`\t${need.library} `);
    if ('file' in need) return !existsSync(need.file);
    return !onPath(need.command);
  });
  return missing.map((need) => need.packageName);
}

async function knownLibraries(): Promise<string> {
  for (const command of ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig']) {
    try {
      return (await run(command, ['-p'], { maxBuffer: 16 * 1024 * 1024 })).stdout;
    } catch {
      // Another place may have it.
    }
  }
  return '';
}

function onPath(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}

/** Returns null when all went well, else apt's last words. */
async function install(packages: readonly string[]): Promise<string | null> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, maxBuffer: 64 * 1024 * 1024 };
  try {
    await run('apt-get', ['update', '-qq'], options);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
    return null;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return said.trim().split('\n').slice(-3).join(' ');
  }
}
