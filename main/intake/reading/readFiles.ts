import type { FileReading } from '../../../shared/entities/fileReading.ts';
import { createReadingPool } from './createReadingPool.ts';
import { type ReadOptions, readWith } from './readWith.ts';

/**
 * Reads invoices and R&D ledgers out of files, each in a killable child process; one that crashes, hangs or eats
 * memory costs only itself and says so among its problems. Files that tell nothing (a licence, a photograph) come
 * back with empty lists. The result has the order of `items`; after a cancel, what was not read says so.
 */
export async function readFiles(
  items: readonly { readonly path: string }[],
  options: ReadOptions & {
    /** Resident memory one file may need, in bytes. */
    readonly memoryBytes?: number;
  } = {},
): Promise<FileReading[]> {
  const pool = createReadingPool(items.length, options.memoryBytes);
  try {
    return await readWith(pool, items, options);
  } finally {
    pool.close();
  }
}
