import path from 'node:path';
import type { Attachment, FileProblem } from '../../shared/entities/attachment.ts';
import { type AttachmentReading, type FileReading, NOTHING_READ } from '../../shared/entities/fileReading.ts';
import type { TableMapping } from '../../shared/entities/tableReading.ts';
import { createReadingPool } from '../intake/reading/createReadingPool.ts';
import { readWith } from '../intake/reading/readWith.ts';
import type { ProcessPool } from '../process/createProcessPool.ts';
import { streamBlob } from '../store/blobs/streamBlob.ts';
import type { Draft } from '../store/draft.ts';
import { scratchFolder } from './scratchFolder.ts';

export interface ReadEvidenceRequest {
  readonly draft: Draft;
  /** Files of the draft to read. */
  readonly files: readonly Pick<Attachment, 'id' | 'name' | 'sha256'>[];
  readonly mappings: readonly TableMapping[];
  readonly signal: AbortSignal;
  /** @param done of `total` files read, `file` the one at work */
  readonly onProgress?: (done: number, total: number, file: string) => void;
}

export type ReadEvidenceOutcome =
  | { readonly ok: true; readonly readings: AttachmentReading[] }
  | { readonly ok: false; readonly problem: { readonly code: string; readonly message: string } };

/** Plain copies of so many files lie on the disk at a time. */
const AT_A_TIME = 16;

/**
 * Reads files that lie in the draft for invoices and ledgers, from plain copies in a folder that is removed again.
 * Changes nothing in the draft. The result has the order of `files`.
 */
export async function readEvidence(request: ReadEvidenceRequest): Promise<ReadEvidenceOutcome> {
  const { files, signal } = request;
  const scratch = scratchFolder('chengce-reading-');
  const pool = createReadingPool(files.length);
  const readings: AttachmentReading[] = [];
  try {
    for (let first = 0; first < files.length && !signal.aborted; first += AT_A_TIME) {
      const batch = files.slice(first, first + AT_A_TIME);
      readings.push(...(await readBatch(pool, batch, first, await scratch.path(), request)));
    }
    if (signal.aborted) return CANCELLED;
    return { ok: true, readings };
  } finally {
    pool.close();
    await scratch.remove();
  }
}

const CANCELLED: ReadEvidenceOutcome = {
  ok: false,
  problem: { code: 'cancelled', message: '已取消识读，草稿没有改动' },
};

async function readBatch(
  pool: ProcessPool,
  batch: ReadEvidenceRequest['files'],
  before: number,
  folder: string,
  { draft, files, mappings, signal, onProgress }: ReadEvidenceRequest,
): Promise<AttachmentReading[]> {
  const readings = new Map<string, FileReading>();
  const copies: { readonly id: string; readonly path: string }[] = [];
  for (const [index, { id, sha256 }] of batch.entries()) {
    // Readers go by content, so the copy needs no name; one of its own, since two rows may hold the same bytes.
    const copy = path.join(folder, `${before + index}`);
    const written = await streamBlob(draft, sha256, copy);
    if (written.ok) copies.push({ id, path: copy });
    else {
      const { code, message } = written.problem;
      const problem: FileProblem = { code, message, severity: 'error' };
      readings.set(id, { ...NOTHING_READ, problems: [problem] });
    }
  }
  let done = before;
  const read = await readWith(pool, copies, {
    mappings,
    signal,
    onFile: (index) => {
      done += 1;
      const name = batch.find(({ id }) => id === copies[index]?.id)?.name ?? '';
      onProgress?.(done, files.length, name);
    },
  });
  for (const [index, { id }] of copies.entries()) readings.set(id, read[index] ?? NOTHING_READ);
  return batch.map(({ id }) => ({ attachment: id, reading: readings.get(id) ?? NOTHING_READ }));
}
