/** What this needs to know of an entry of package-lock.json. */
export type LockEntry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: { readonly [name: string]: string };
};
type Packages = { readonly [place: string]: LockEntry };

/**
 * The entries that npm left out of a lock file: optional packages, mostly builds for other systems, that the
 * registry at hand does not carry. `npm ci` refuses a lock file without them, here and on those systems. An entry
 * has the exact version its parent asks for and the systems its name tells; it has no integrity, which npm adds
 * where the package can be seen.
 * @returns place -> entry; empty for a whole lock file
 */
export function missingFromLock(packages: Packages): Packages {
  const added: { [place: string]: LockEntry } = {};
  for (const [place, parent] of Object.entries(packages)) {
    for (const [name, wanted] of Object.entries(parent.optionalDependencies ?? {})) {
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(wanted)) continue; // a range: npm has to choose
      const all = { ...packages, ...added };
      if (seenFrom(all, place, name)?.version === wanted) continue;
      const top = `node_modules/${name}`;
      const at = all[top] === undefined ? top : `${place}/${top}`;
      added[at] = {
        version: wanted,
        ...systemsIn(name),
        ...(parent.dev === true ? { dev: true } : {}),
        optional: true,
      };
    }
  }
  return added;
}

/** The entry that a package at `place` sees under `name`: in its own node_modules, else one further out. */
function seenFrom(packages: Packages, place: string, name: string): LockEntry | undefined {
  for (
    let folder = place;
    folder !== '';
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const entry = packages[`${folder}/node_modules/${name}`];
    if (entry !== undefined) return entry;
  }
  return packages[`node_modules/${name}`];
}

/** `@scope/cli-linux-x64-musl` is for linux, x64, musl. */
function systemsIn(name: string): LockEntry {
  const words = name.split(/[-/.]/);
  const pick = (known: readonly string[]): string[] => known.filter((word) => words.includes(word));
  const os = pick(['win32', 'darwin', 'linux', 'android', 'freebsd', 'openharmony']);
  const cpu = pick(['x64', 'arm64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64']);
  const starts = (start: string): boolean => words.some((word) => word.startsWith(start));
  const libc = starts('musl') ? ['musl'] : starts('gnu') ? ['glibc'] : [];
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc } : {}),
  };
}
