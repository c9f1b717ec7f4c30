import { open } from 'node:fs/promises';
import type { SniffedType } from '../../shared/entities/attachment.ts';
import { HEAD_BYTES, sniffType, TAIL_BYTES } from './sniffType.ts';

/**
 * Says what a file is from its two ends, without reading what lies between.
 * @param path absolute, of a regular file
 * @throws errors of the file system
 */
export async function sniffFile(
  path: string,
): Promise<{ readonly sniffedType: SniffedType; readonly bytes: number }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const piece = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    const tailLength = Math.min(TAIL_BYTES, size);
    const tail = await piece(size - tailLength, tailLength);
    // Most files are no longer than such a tail, which then begins with the head.
    const head = tailLength === size ? tail.subarray(0, HEAD_BYTES) : await piece(0, HEAD_BYTES);
    return { sniffedType: sniffType(head, tail), bytes: size };
  } finally {
    await file.close();
  }
}
