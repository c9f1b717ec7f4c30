import { createHash, randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Draft } from '../draft.ts';
import { problemOfError } from '../problemOfError.ts';
import { refused, type StoreOutcome, storeProblem } from '../storeProblem.ts';
import { type BlobHead, blobPieces, findBlob } from './blobPieces.ts';

type Written = { readonly sha256: string; readonly bytes: number };

/** Writes a new file, synced; throws errors of the file system and of the driver. */
async function writePieces(draft: Draft, blob: BlobHead, path: string): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx');
  try {
    for (const piece of blobPieces(draft, blob)) {
      hash.update(piece);
      bytes += piece.byteLength;
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

function refusedFor(error: unknown): ReturnType<typeof refused> {
  const problem = problemOfError(error);
  if (problem?.code === 'draft-damaged') return refused('blob-damaged', problem.detail);
  if (problem?.code === 'disk-full') return refused('disk-full', problem.detail);
  const detail = error instanceof Error ? error.message : String(error);
  return { ok: false, problem: storeProblem('target-unwritable', detail) };
}

/**
 * Writes a stored file to `toPath` (absolute, replaced if it is there), one piece in memory at a time,
 * and compares its SHA-256 on the way. It is written under a name of its own beside `toPath` and takes its
 * place when it is whole: when anything fails, what stood there stays and nothing else is left.
 */
export async function streamBlob(
  draft: Draft,
  sha256: string,
  toPath: string,
): Promise<StoreOutcome<{ readonly bytes: number }>> {
  if (draft.state.closed) return refused('draft-closed');
  const blob = findBlob(draft, sha256);
  if (blob === null) return refused('blob-missing', sha256);
  // A short name: the given one may be as long as a name can be.
  const part = join(dirname(toPath), `.chengce-${randomUUID()}.part`);
  try {
    const written = await writePieces(draft, blob, part);
    if (written.sha256 === sha256) {
      await rename(part, toPath);
      return { ok: true, value: { bytes: written.bytes } };
    }
    await rm(part, { force: true });
    return refused('blob-damaged', `${sha256}: ${written.bytes} of ${blob.bytes} bytes`);
  } catch (error) {
    await rm(part, { force: true });
    return refusedFor(error);
  }
}
