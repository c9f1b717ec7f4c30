import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { Draft } from '../draft.ts';
import { problemOfError } from '../problemOfError.ts';
import { refused, type StoreOutcome, storeProblem } from '../storeProblem.ts';
import { blobPieces, findBlob } from './blobPieces.ts';

/**
 * Writes a stored file to `toPath` (absolute, replaced if it is there), one piece in memory at a time,
 * and compares its SHA-256 on the way. When anything fails nothing is left at `toPath`.
 */
export async function streamBlob(
  draft: Draft,
  sha256: string,
  toPath: string,
): Promise<StoreOutcome<{ readonly bytes: number }>> {
  if (draft.state.closed) return refused('draft-closed');
  const blob = findBlob(draft, sha256);
  if (blob === null) return refused('blob-missing', sha256);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(toPath, 'w');
    try {
      for (const piece of blobPieces(draft, blob)) {
        hash.update(piece);
        bytes += piece.byteLength;
        await file.writeFile(piece);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(toPath, { force: true });
    const problem = problemOfError(error);
    if (problem?.code === 'draft-damaged') return refused('blob-damaged', problem.detail);
    if (problem?.code === 'disk-full') return refused('disk-full', problem.detail);
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: storeProblem('target-unwritable', detail) };
  }
  if (hash.digest('hex') === sha256) return { ok: true, value: { bytes } };
  await rm(toPath, { force: true });
  return refused('blob-damaged', `${sha256}: ${bytes} of ${blob.bytes} bytes`);
}
