import { openChild } from '../../process/openChild.ts';
import { resolveEntry } from '../../process/resolveEntry.ts';
import { readWordOperation } from './readWordOperation.ts';
import type { ReadWordResult } from './wordFacts.ts';

/** A document with 10,000 invoices stays below; what needs more is not ours. */
const MEMORY_BYTES = 2 * 1024 ** 3;
const TOTAL_MS = 120_000;

/**
 * Reads a .docx again by its own XML, not through the library that wrote it, in a child process with limits
 * of time and memory: whoever verifies a package may have been sent it by anybody.
 * @param path absolute path of the file
 */
export async function readWord(
  path: string,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<ReadWordResult> {
  const child = await openChild({
    entry: resolveEntry(import.meta.url, './readWordChild'),
    memoryBytes: MEMORY_BYTES,
  });
  try {
    const read = await child.call(
      readWordOperation,
      { path },
      { idleMs: TOTAL_MS, totalMs: TOTAL_MS, signal: options.signal },
    );
    if (read.ok) return read.value;
    const { code, message } = read.problem;
    return {
      ok: false,
      problem: {
        code: 'word-unreadable',
        message: code === 'process-failed' ? 'Word 文件无法打开：文件不完整或已损坏' : message,
      },
    };
  } finally {
    child.close();
  }
}
