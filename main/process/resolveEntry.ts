import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Finds the file a child process starts with.
 *
 * In source the entry is the TypeScript file beside the module that asks; in a
 * build every entry is an output of its own (`bindChild.js`), next to the chunk
 * that asks or one folder above it.
 * @param moduleUrl `import.meta.url` of the module that asks
 * @param name entry without ending, relative to that module: `./inspectChild`
 */
export function resolveEntry(moduleUrl: string, name: string): string {
  const modulePath = fileURLToPath(moduleUrl);
  const folder = dirname(modulePath);
  if (modulePath.endsWith('.ts')) return join(folder, `${name}.ts`);
  const file = `${basename(name)}.js`;
  const candidates = [join(folder, file), join(dirname(folder), file)];
  return candidates.find((candidate) => existsSync(candidate)) ?? join(folder, file);
}
