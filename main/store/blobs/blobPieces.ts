import type { Draft } from '../draft.ts';
import { asRow } from '../sqlRow.ts';
import { statement } from '../statement.ts';

/** Where a stored file lies. */
export type BlobHead = { readonly id: number; readonly bytes: number; readonly chunks: number };

/** The blob of these bytes, or null when the draft does not hold them (whole). */
export function findBlob(draft: Draft, sha256: string): BlobHead | null {
  const found = statement(draft, 'SELECT id, bytes, chunks FROM blobs WHERE sha256 = ?').get(sha256);
  if (found === undefined) return null;
  const row = asRow(found);
  return { id: Number(row.id), bytes: Number(row.bytes), chunks: Number(row.chunks) };
}

/**
 * The bytes of a blob in order, one piece in memory at a time. A piece that is missing ends it early:
 * whoever reads compares length or hash. Throws the driver's error for a damaged page.
 */
export function* blobPieces(draft: Draft, blob: BlobHead): Generator<Uint8Array, void, void> {
  for (let seq = 0; seq < blob.chunks; seq += 1) {
    const sql = 'SELECT data FROM blob_chunks WHERE blob_id = ? AND seq = ?';
    const found = statement(draft, sql).get(blob.id, seq);
    const data = found === undefined ? undefined : asRow(found).data;
    if (!(data instanceof Uint8Array)) return;
    yield data;
  }
}
