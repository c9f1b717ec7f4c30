import { createHash } from 'node:crypto';
import type { Draft } from '../draft.ts';
import { fileIdentity } from '../fileIdentity.ts';
import { isOpenHere } from '../opening/openHere.ts';
import { asRow } from '../sqlRow.ts';
import { statement } from '../statement.ts';
import { refused, type StoreOutcome } from '../storeProblem.ts';
import { write } from '../write.ts';
import { CHUNK_BYTES } from './chunkBytes.ts';
import { fixedPieces } from './fixedPieces.ts';
import { LARGEST_BLOB_BYTES } from './largestBlob.ts';
import { readSource, refuseSource, SourceError } from './readSource.ts';

/** What the draft holds now; `added` is false when it held these very bytes before. */
export type AddedBlob = { readonly sha256: string; readonly bytes: number; readonly added: boolean };

function forget(draft: Draft, id: number): void {
  // When even this fails (disk gone), the next opening clears away what no hash was written for.
  write(draft, () => statement(draft, 'DELETE FROM blobs WHERE id = ?').run(id));
}

function finish(draft: Draft, id: number, found: { sha256: string; bytes: number; chunks: number }): boolean {
  const known = statement(draft, 'SELECT id FROM blobs WHERE sha256 = ?').get(found.sha256);
  if (known !== undefined) {
    statement(draft, 'DELETE FROM blobs WHERE id = ?').run(id);
    return false;
  }
  const sql = 'UPDATE blobs SET sha256 = ?, bytes = ?, chunks = ? WHERE id = ?';
  statement(draft, sql).run(found.sha256, found.bytes, found.chunks, id);
  return true;
}

async function take(
  draft: Draft,
  id: number,
  source: string | AsyncIterable<Uint8Array>,
  largestBytes: number,
): Promise<StoreOutcome<AddedBlob>> {
  const hash = createHash('sha256');
  let bytes = 0;
  let chunks = 0;
  for await (const piece of fixedPieces(readSource(source, largestBytes), CHUNK_BYTES)) {
    if (bytes + piece.byteLength > largestBytes)
      return refused('source-too-large', `more than ${bytes} bytes`);
    hash.update(piece);
    const seq = chunks;
    const kept = write(draft, () =>
      statement(draft, 'INSERT INTO blob_chunks VALUES (?, ?, ?)').run(id, seq, piece),
    );
    if (!kept.ok) return kept;
    bytes += piece.byteLength;
    chunks += 1;
  }
  const sha256 = hash.digest('hex');
  const finished = write(draft, () => finish(draft, id, { sha256, bytes, chunks }));
  return finished.ok ? { ok: true, value: { sha256, bytes, added: finished.value } } : finished;
}

/**
 * Takes a file (absolute path) or a stream into the draft, piece by piece, hashing on the way; the
 * whole is never in memory. Every piece is a transaction of its own, so that saving goes on
 * meanwhile; the SHA-256 is written last, and what has none is no blob and is cleared away at the
 * next opening. The same bytes are kept once. A blob nothing refers to is removed when the draft
 * closes: save the attachment that names it before. Refused, with nothing left in the draft: what is no
 * regular file (a pipe would hang, a device never ends), and what is larger than `largestBytes`.
 */
export async function addBlob(
  draft: Draft,
  source: string | AsyncIterable<Uint8Array>,
  largestBytes = LARGEST_BLOB_BYTES,
): Promise<StoreOutcome<AddedBlob>> {
  if (typeof source === 'string') {
    const identity = fileIdentity(source);
    if (identity === null) return refused('source-unreadable', 'no such file');
    if (isOpenHere(identity)) return refused('source-is-draft');
    const problem = await refuseSource(source, largestBytes);
    if (problem !== null) return { ok: false, problem };
  }
  const begun = write(draft, () => {
    const made = statement(
      draft,
      'INSERT INTO blobs (sha256, bytes, chunks) VALUES (NULL, 0, 0) RETURNING id',
    ).get();
    return Number(asRow(made).id);
  });
  if (!begun.ok) return begun;
  const id = begun.value;
  draft.state.adding.add(id);
  try {
    const taken = await take(draft, id, source, largestBytes);
    if (!taken.ok) forget(draft, id);
    return taken;
  } catch (error) {
    forget(draft, id);
    if (!(error instanceof SourceError)) throw error;
    return { ok: false, problem: error.problem };
  } finally {
    draft.state.adding.delete(id);
  }
}
