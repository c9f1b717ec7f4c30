import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { findCycles } from './findCycles.ts';
import { readImports, type WrittenImport } from './readImports.ts';
import { type Rule, rules } from './rules.ts';

/** One forbidden import. `rule` is the id of a rule in rules.ts, or one of the two below that need more than a pattern. */
export type Violation = {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly to: string;
  readonly why: string;
};

const checkedFolders = ['main', 'renderer', 'shared', 'tests', 'scripts'];
const endings = 'ts,tsx,mts,cts';

/**
 * Reads every source file under `root` and returns all imports that the house forbids, in order of file.
 * Throws when a file cannot be parsed.
 */
export function checkBoundaries(root: string): {
  readonly files: number;
  readonly violations: readonly Violation[];
} {
  const files = globSync(`{${checkedFolders.join(',')}}/**/*.{${endings}}`, {
    cwd: root,
    exclude: ['**/fixtures/**'],
  })
    .map(slashes)
    .filter((file) => !file.endsWith('.d.ts'))
    .sort();
  const shipped = shippedPackages(root);
  const violations: Violation[] = [];
  const graph = new Map<string, readonly string[]>();
  for (const file of files) {
    const edges: string[] = [];
    for (const written of readImports(file, readFileSync(path.join(root, file), 'utf8'))) {
      const to = targetOf(root, file, written.specifier);
      if (!to.includes(':')) edges.push(to);
      const broken = rules.filter((rule) => refuses(rule, file, to, written));
      for (const { id, why } of broken) violations.push({ rule: id, file, line: written.line, to, why });
      if (needsShipping(file, to, written) && !shipped.has(to.slice('npm:'.length))) {
        const why = 'main and shared run from a package: what they import belongs in "dependencies"';
        violations.push({ rule: 'shipped-code-needs-dependencies', file, line: written.line, to, why });
      }
    }
    graph.set(file, edges);
  }
  for (const cycle of findCycles(graph)) {
    const [file = ''] = cycle;
    const why = 'files that import one another in a circle cannot be understood or loaded one by one';
    violations.push({ rule: 'no-cycles', file, line: 1, to: cycle.join(' -> '), why });
  }
  return { files: files.length, violations };
}

function refuses(rule: Rule, file: string, to: string, written: WrittenImport): boolean {
  if (!rule.from.test(file) || rule.except?.test(file) === true) return false;
  if (!rule.to.test(to) || rule.allow?.test(to) === true) return false;
  return rule.names === undefined || brings(rule.names, written);
}

/** Whether the import brings one of the names, or the whole module and so the name with it. */
function brings(names: readonly string[], written: WrittenImport): boolean {
  return !written.typeOnly && written.names.some((name) => name === '*' || names.includes(name));
}

function needsShipping(file: string, to: string, written: WrittenImport): boolean {
  return /^(main|shared)\//.test(file) && to.startsWith('npm:') && to !== 'npm:electron' && !written.typeOnly;
}

/** Where an import leads, in the notation of rules.ts. */
function targetOf(root: string, file: string, specifier: string | null): string {
  if (specifier === null) return 'computed:';
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) {
    const target = path.join(path.dirname(path.join(root, file)), bare);
    const isFile = existsSync(target) && statSync(target).isFile();
    return isFile ? slashes(path.relative(root, target)) : `missing:${specifier}`;
  }
  if (bare.startsWith('node:')) return bare;
  if (builtinModules.includes(bare)) return `node:${bare}`;
  if (path.isAbsolute(bare)) return `missing:${specifier}`;
  const parts = bare.split('/');
  return `npm:${parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/')}`;
}

function shippedPackages(root: string): ReadonlySet<string> {
  const description: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const found =
    typeof description === 'object' && description !== null && 'dependencies' in description
      ? description.dependencies
      : {};
  return new Set(Object.keys(found ?? {}));
}

const slashes = (file: string): string => file.split(path.sep).join('/');
