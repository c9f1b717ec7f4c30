import type { Draft } from '../draft.ts';
import { refused, type StoreOutcome } from '../storeProblem.ts';
import { blobPieces, findBlob } from './blobPieces.ts';

/** A stored file as a sequence of pieces, for a viewer that reads along; `bytes` is the whole length. */
export function readBlob(
  draft: Draft,
  sha256: string,
): StoreOutcome<{ readonly bytes: number; readonly pieces: Iterable<Uint8Array> }> {
  if (draft.state.closed) return refused('draft-closed');
  const blob = findBlob(draft, sha256);
  if (blob === null) return refused('blob-missing', sha256);
  return { ok: true, value: { bytes: blob.bytes, pieces: blobPieces(draft, blob) } };
}
