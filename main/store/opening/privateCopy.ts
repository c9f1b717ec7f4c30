import { chmodSync, constants, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A copy of a draft that only this process knows, and how to be rid of it. */
export type PrivateCopy = { readonly path: string; readonly remove: () => void };

function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'none' : `${stat.size}:${stat.mtimeNs}`;
}

/**
 * Copies a draft and its unfinished journal to a folder of its own, for reading where nothing can be
 * written beside the original. Null when the original changed on the way (another machine is saving);
 * throws fs errors. Never for a file that is open here (openHere.ts).
 */
export function copyPrivately(path: string): PrivateCopy | null {
  const folder = mkdtempSync(join(tmpdir(), 'chengce-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const target = join(folder, basename(path));
  try {
    const before = stampOf(path);
    copyFileSync(path, target, constants.COPYFILE_FICLONE);
    chmodSync(target, 0o600);
    if (stampOf(`${path}-wal`) !== 'none') {
      copyFileSync(`${path}-wal`, `${target}-wal`);
      chmodSync(`${target}-wal`, 0o600);
    }
    if (stampOf(path) === before) return { path: target, remove };
  } catch (error) {
    remove();
    throw error;
  }
  remove();
  return null;
}
