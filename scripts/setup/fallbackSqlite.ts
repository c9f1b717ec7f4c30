import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cacheFolder.ts';
import { npmCli } from './npmCli.ts';
import { projectRoot } from './projectRoot.ts';

const run = promisify(execFile);

/**
 * Node-API 9 instead of 10, with the two experimental declarations that the source needs to compile that
 * way: the result loads in Electron 33 (the fallback), Node 20 and Node 24 alike.
 */
const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';
const recipe = 1;

/** Path of the compiled addon for the fallback Electron, or null when it was not made yet. */
export async function cachedFallbackSqlite(): Promise<string | null> {
  const file = path.join(cacheFolder(), await folderName(), 'better_sqlite3.node');
  return existsSync(file) ? file : null;
}

/**
 * Compiles the unmodified better-sqlite3 for the fallback Electron (about two minutes, once; needs python3,
 * make and g++). Only development and tests on that runtime ever load it, through CHENGCE_SQLITE_BINDING.
 * Throws with the compiler's last lines.
 */
export async function makeFallbackSqlite(): Promise<string> {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(path.join(cache, 'sqlite-making-'));
  try {
    const sources = path.join(work, 'node_modules', 'better-sqlite3');
    await cp(path.join(projectRoot, 'node_modules', 'better-sqlite3'), sources, { recursive: true });
    await cp(
      path.join(projectRoot, 'node_modules', 'node-addon-api'),
      path.join(work, 'node_modules', 'node-addon-api'),
      { recursive: true },
    );
    const gyp = path.join(projectRoot, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    await run(
      process.execPath,
      [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${await headers(work)}`],
      {
        cwd: sources,
        env: { ...process.env, CXXFLAGS: flags },
        maxBuffer: 64 * 1024 * 1024,
      },
    ).catch((error: unknown) => {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
      throw new Error(said.trim().split('\n').slice(-12).join('\n'));
    });
    const target = path.join(cache, await folderName());
    await rm(target, { recursive: true, force: true });
    const ready = path.join(work, 'ready');
    await mkdir(ready);
    await cp(
      path.join(sources, 'build', 'Release', 'better_sqlite3.node'),
      path.join(ready, 'better_sqlite3.node'),
    );
    await rename(ready, target);
    return path.join(target, 'better_sqlite3.node');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function folderName(): Promise<string> {
  const description: unknown = JSON.parse(
    await readFile(path.join(projectRoot, 'node_modules', 'better-sqlite3', 'package.json'), 'utf8'),
  );
  const version =
    typeof description === 'object' && description !== null && 'version' in description
      ? String(description.version)
      : '0';
  return `better-sqlite3-${version}-napi9-r${recipe}`;
}

/**
 * A prefix with Node's C headers: beside the project's own Node, else of a Node on the PATH, else fetched
 * (npm prunes the nested package that carries them when it installs something else later).
 */
async function headers(work: string): Promise<string> {
  const packageName = `node-${process.platform}-${process.arch}`;
  const folders = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.resolve(folder, '..'));
  const nested = path.join(projectRoot, 'node_modules', 'node', 'node_modules', packageName);
  const found = [nested, ...folders].find((prefix) =>
    existsSync(path.join(prefix, 'include', 'node', 'node_api.h')),
  );
  if (found !== undefined) return found;
  const spec = `${packageName}@${process.versions.node}`;
  await run(process.execPath, [npmCli(), 'pack', spec, '--pack-destination', work, '--silent'], {
    cwd: work,
  });
  await run('tar', ['-xzf', path.join(work, `${packageName}-${process.versions.node}.tgz`), '-C', work]);
  return path.join(work, 'package');
}
