import { PAGE_BYTES } from '../format.ts';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

type Sums = readonly [number, number];

/** SQLite's running checksum over pairs of 32-bit words (file format, "WAL checksum algorithm"). */
function addSums(start: Sums, bytes: Buffer, bigEndian: boolean): Sums {
  let [first, second] = start;
  for (let offset = 0; offset + 8 <= bytes.length; offset += 8) {
    const left = bigEndian ? bytes.readUInt32BE(offset) : bytes.readUInt32LE(offset);
    const right = bigEndian ? bytes.readUInt32BE(offset + 4) : bytes.readUInt32LE(offset + 4);
    first = (first + left + second) >>> 0;
    second = (second + right + first) >>> 0;
  }
  return [first, second];
}

function matches(sums: Sums, bytes: Buffer, offset: number): boolean {
  return sums[0] === bytes.readUInt32BE(offset) && sums[1] === bytes.readUInt32BE(offset + 4);
}

/**
 * Where the newest committed content of each page lies in a write-ahead log: page number to byte
 * offset. `read(offset, length)` returns what there is. Frames count up to the last commit whose
 * checksums hold, exactly as SQLite's own recovery takes them.
 */
export function walFrames(read: (offset: number, length: number) => Buffer): ReadonlyMap<number, number> {
  const committed = new Map<number, number>();
  const header = read(0, HEADER_BYTES);
  if (header.length < HEADER_BYTES) return committed;
  const magic = header.readUInt32BE(0);
  if (magic >>> 1 !== 0x377f0682 >>> 1 || header.readUInt32BE(8) !== PAGE_BYTES) return committed;
  const bigEndian = (magic & 1) === 1;
  let sums = addSums([0, 0], header.subarray(0, 24), bigEndian);
  if (!matches(sums, header, 24)) return committed;
  const pending = new Map<number, number>();
  const step = FRAME_HEADER_BYTES + PAGE_BYTES;
  for (let offset = HEADER_BYTES; ; offset += step) {
    const frame = read(offset, step);
    if (frame.length < step || !frame.subarray(8, 16).equals(header.subarray(16, 24))) return committed;
    sums = addSums(sums, frame.subarray(0, 8), bigEndian);
    sums = addSums(sums, frame.subarray(FRAME_HEADER_BYTES), bigEndian);
    if (!matches(sums, frame, 16)) return committed;
    pending.set(frame.readUInt32BE(0), offset + FRAME_HEADER_BYTES);
    if (frame.readUInt32BE(4) !== 0) {
      for (const [page, place] of pending) committed.set(page, place);
      pending.clear();
    }
  }
}
