import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Draft } from '../draft.ts';
import { isDamage } from '../problemOfError.ts';
import { asRow } from '../sqlRow.ts';
import { statement } from '../statement.ts';
import { blobPieces, findBlob } from './blobPieces.ts';

/** A stored file whose bytes are no longer what was put in, and the attachments that show it. */
export type BrokenBlob = { readonly sha256: string; readonly attachments: readonly string[] };

async function isWhole(draft: Draft, sha256: string): Promise<boolean> {
  const blob = findBlob(draft, sha256);
  if (blob === null) return false;
  const hash = createHash('sha256');
  try {
    for (const piece of blobPieces(draft, blob)) {
      hash.update(piece);
      await setImmediate();
      if (draft.state.closed) return true;
    }
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
  return hash.digest('hex') === sha256;
}

/**
 * Reads stored files again and compares their SHA-256; all of them, or those named. It gives way to
 * other work after each piece and ends when the draft is closed. Returns what is broken.
 */
export async function verifyBlobs(
  draft: Draft,
  only: readonly string[] | null = null,
): Promise<readonly BrokenBlob[]> {
  const every = statement(draft, 'SELECT sha256 FROM blobs WHERE sha256 IS NOT NULL ORDER BY id');
  const hashes = only ?? every.all().map((row) => String(asRow(row).sha256));
  const broken: BrokenBlob[] = [];
  for (const sha256 of hashes) {
    if (draft.state.closed) break;
    if (await isWhole(draft, sha256)) continue;
    const named = statement(draft, 'SELECT name FROM attachments WHERE sha256 = ? ORDER BY position').all(
      sha256,
    );
    broken.push({ sha256, attachments: named.map((row) => String(asRow(row).name)) });
  }
  return broken;
}
