import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Reads the page templates. They are handed to Typst from memory, so that it needs no folder it may read in
 * and a packaged application's archive is no obstacle.
 */
export function readPageTemplates(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.typ'));
  return new Map(names.map((name) => [`/${name}`, readFileSync(path.join(folder, name))]));
}
