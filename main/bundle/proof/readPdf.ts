import { openChild } from '../../process/openChild.ts';
import type { Outcome } from '../../process/outcome.ts';
import { resolveEntry } from '../../process/resolveEntry.ts';
import type { PdfFacts } from './pdfFacts.ts';
import { readPdfOperation } from './readPdfOperation.ts';

/** A bundle of 1,800 pages stays far below; what needs more is not ours. */
const MEMORY_BYTES = 3 * 1024 ** 3;
/** One page may take so long on a slow machine; every page read starts the count anew. */
const IDLE_MS = 60_000;

/**
 * Reads a written PDF again, independently of what was meant to be in it.
 * @param path absolute path of the file
 */
export async function readPdf(
  path: string,
  options: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (page: number, pages: number) => void;
  } = {},
): Promise<Outcome<PdfFacts>> {
  const child = await openChild({
    entry: resolveEntry(import.meta.url, './readPdfChild'),
    memoryBytes: MEMORY_BYTES,
  });
  try {
    return await child.call(
      readPdfOperation,
      { path },
      {
        idleMs: IDLE_MS,
        signal: options.signal,
        onProgress: ({ page, pages }) => options.onProgress?.(page, pages),
      },
    );
  } finally {
    child.close();
  }
}
