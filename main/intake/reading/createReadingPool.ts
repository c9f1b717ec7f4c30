import { createProcessPool, type ProcessPool } from '../../process/createProcessPool.ts';
import { DEFAULT_MEMORY_BYTES } from '../../process/openChild.ts';
import { resolveEntry } from '../../process/resolveEntry.ts';

/** Processes that read files, for who reads in several goes; to be closed. @param files how many there are in all */
export function createReadingPool(files: number, memoryBytes: number = DEFAULT_MEMORY_BYTES): ProcessPool {
  const entry = resolveEntry(import.meta.url, './readChild');
  return createProcessPool({ entry, memoryBytes, ...(files <= 1 ? { size: 1 } : {}) });
}
