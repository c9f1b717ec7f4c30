import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ ok: true, changed: boolean, note: string, node: string }} Ready
 * @typedef {{ ok: false, what: string, next: string, zh: string }} Refused
 */

/**
 * Brings node_modules in line with package-lock.json and finds the project's own Node 24.
 * Runs on Node 20 without any dependency; does nothing (about 15 ms) when all is there.
 * @param {string} root project folder
 * @returns {Ready | Refused}
 */
export function ensureDependencies(root) {
  const stale = whyStale(root);
  if (stale !== null) {
    console.error(`set-up: installing dependencies (${stale}); the first time this takes a few minutes …`);
    console.error('正在安装依赖，首次需要几分钟……');
    const result = npm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (result !== 0) {
      return {
        ok: false,
        what: `npm ci ended with ${result}; its own message is above.`,
        next: 'check the network (npm config get registry), then run: npm ci',
        zh: '请检查网络与 npm 源（npm config get registry），然后运行 npm ci。',
      };
    }
  }
  let node = projectNode(root);
  if (node === null) {
    // Install scripts were switched off (ignore-scripts), so the package `node` could not fetch its binary.
    npm(root, ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
    node = projectNode(root);
  }
  if (node === null) {
    return {
      ok: false,
      what: `Node 24 is needed, this machine has ${process.version} and npm could not bring one for ${process.platform} ${process.arch}.`,
      next: 'install Node 24 (nodejs.org or your distribution), then run the same command again',
      zh: '请安装 Node 24（nodejs.org 或系统软件源），然后重新运行同一命令。',
    };
  }
  return { ok: true, changed: stale !== null, note: 'dependencies installed', node };
}

/**
 * Compares what npm says it installed (node_modules/.package-lock.json, written last by npm) with what
 * package-lock.json asks for. Packages of other platforms are optional and may be absent.
 * @param {string} root
 * @returns {string | null} the reason, or null when nothing is to be done
 */
export function whyStale(root) {
  const hidden = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return 'node_modules is missing';
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(hidden);
  if (present === null) return 'node_modules is damaged';
  if (wanted === null) return null; // npm ci would only say the same; the task at hand may still work
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.link === true || entry.optional === true || entry.devOptional === true)
      continue;
    const installed = present[place];
    if (installed?.version !== entry.version)
      return `${place.replace(/^node_modules\//, '')} is not ${entry.version}`;
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }> | null}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string} root
 * @returns {string | null}
 */
function projectNode(root) {
  const own = path.join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(own)) return own;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

/**
 * Runs npm without a shell: through the npm-cli.js that started us, else the one beside this Node.
 * @param {string} root
 * @param {readonly string[]} args
 * @returns {number} exit code
 */
function npm(root, args) {
  const beside = path.dirname(process.execPath);
  const cli = [
    process.env.npm_execpath ?? '',
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => path.basename(file) === 'npm-cli.js' && existsSync(file));
  // npm talks on stdout; ours belongs to the task (the CLI's --json), so everything goes to stderr.
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const result =
    cli === undefined
      ? spawnSync('npm', [...args], { ...options, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [cli, ...args], options);
  return result.status ?? 1;
}
