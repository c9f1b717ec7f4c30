import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createShelf, type Shelf } from '../../../main/session/shelf.ts';

/** A shelf that writes its files without Electron, which these tests run without. */
export function shelfIn(folder: string, report?: (error: unknown) => void): Shelf {
  const open = (place: string, name: string) => (value: unknown) => {
    const file = path.join(place, `${name}.json`);
    writeFileSync(`${file}.part`, JSON.stringify({ value }));
    renameSync(`${file}.part`, file);
  };
  return createShelf(folder, open, report);
}
