import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Finds the file a child process starts with: beside the module that asks and with the same
 * ending, `.ts` in source and `.js` in a build (which mirrors the source; every `*Child.ts`
 * is an entry of it).
 * @param moduleUrl `import.meta.url` of the module that asks
 * @param name entry without ending, relative to that module: `./inspectChild`
 */
export function resolveEntry(moduleUrl: string, name: string): string {
  const modulePath = fileURLToPath(moduleUrl);
  return join(dirname(modulePath), `${name}${extname(modulePath)}`);
}
