// `npm run lock`: after adding or updating a dependency. npm leaves an optional package out of package-lock.json
// when the registry it asked does not carry it (a mirror without the builds of other systems), and `npm ci` then
// refuses the file, here and on those other systems. This writes the missing entries: name, exact version, and the
// systems that the name tells. They carry no integrity; npm adds it where the package can be seen.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../setup/projectRoot.ts';

type Entry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: { [name: string]: string };
};
type Lock = { packages: { [place: string]: Entry } };

const file = path.join(projectRoot, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
const added: string[] = [];

for (const [place, parent] of Object.entries(lock.packages)) {
  for (const [name, wanted] of Object.entries(parent.optionalDependencies ?? {})) {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(wanted)) continue; // a range: npm has to choose
    const found = resolve(place, name);
    if (found?.version === wanted) continue;
    const at =
      lock.packages[`node_modules/${name}`] === undefined
        ? `node_modules/${name}`
        : `${place}/node_modules/${name}`;
    const dev = parent.dev === true ? { dev: true } : {};
    lock.packages[at] = { version: wanted, ...systemsIn(name), ...dev, optional: true };
    added.push(`${name}@${wanted}`);
  }
}

const packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (added.length > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
console.error(`package-lock.json: ${added.length} optional packages of other systems added`);

/** The entry that a package at `place` sees under `name`: in its own node_modules, else one further out. */
function resolve(place: string, name: string): Entry | undefined {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const entry = lock.packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
    if (entry !== undefined || folder === '') return entry;
  }
}

/** `@scope/cli-linux-x64-musl` is for linux, x64, musl. */
function systemsIn(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/.]/);
  const pick = (known: readonly string[]): string[] => known.filter((word) => words.includes(word));
  const os = pick(['win32', 'darwin', 'linux', 'android', 'freebsd', 'openharmony']);
  const cpu = pick(['x64', 'arm64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64']);
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc } : {}),
  };
}
