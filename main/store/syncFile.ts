import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until a file's bytes are on the disk. Never for a file that is open here (openHere.ts). Throws fs errors. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
