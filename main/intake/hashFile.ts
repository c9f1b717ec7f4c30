import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { HEAD_BYTES, TAIL_BYTES } from './sniffType.ts';

const PIECE_BYTES = 1 << 20;

export type HashedFile = {
  readonly sha256: string;
  readonly bytes: number;
  readonly head: Buffer;
  readonly tail: Buffer;
};

/** Reads a file once, piece by piece: its SHA-256 and what is needed to tell its type. */
export async function hashFile(path: string, onPiece: () => void): Promise<HashedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    const data: Buffer = piece;
    hash.update(data);
    bytes += data.length;
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, data.subarray(0, HEAD_BYTES - head.length)]);
    tail =
      data.length >= TAIL_BYTES
        ? data.subarray(-TAIL_BYTES)
        : Buffer.concat([tail, data]).subarray(-TAIL_BYTES);
    onPiece();
  }
  return { sha256: hash.digest('hex'), bytes, head, tail: Buffer.from(tail) };
}
