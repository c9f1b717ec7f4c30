import { type FileHandle, open } from 'node:fs/promises';
import { crc32, inflateRawSync } from 'node:zlib';

export interface UnzipLimits {
  /** Unpacked bytes of one entry. */
  readonly partBytes: number;
  /** Unpacked bytes of all entries that are wanted. */
  readonly allBytes: number;
}

export type Unzipped =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly why: 'damaged' | 'too-large' };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

class Damaged extends Error {}

async function read(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead !== length) throw new Damaged('shorter than it says');
  return buffer;
}

async function readEntries(handle: FileHandle, size: number, mostBytes: number): Promise<Entry[] | null> {
  const tailBytes = Math.min(size, END_BYTES + LONGEST_COMMENT);
  const tail = await read(handle, size - tailBytes, tailBytes);
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Damaged('no table of contents');
  const count = tail.readUInt16LE(end + 10);
  const bytes = tail.readUInt32LE(end + 12);
  if (bytes > mostBytes) return null;
  const table = await read(handle, tail.readUInt32LE(end + 16), bytes);
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + ENTRY_BYTES > table.length || table.readUInt32LE(at) !== ENTRY) throw new Damaged('bad entry');
    const nameBytes = table.readUInt16LE(at + 28);
    entries.push({
      name: table.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      method: table.readUInt16LE(at + 10),
      crc: table.readUInt32LE(at + 16),
      packed: table.readUInt32LE(at + 20),
      unpacked: table.readUInt32LE(at + 24),
      at: table.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + nameBytes + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpack(handle: FileHandle, entry: Entry): Promise<Uint8Array> {
  const local = await read(handle, entry.at, LOCAL_BYTES);
  if (local.readUInt32LE(0) !== LOCAL) throw new Damaged('bad entry');
  const from = entry.at + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = await read(handle, from, entry.packed);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new Damaged('unknown method');
  // An entry that unpacks to more than it says is stopped there: the size was let in, not the rest.
  const bytes =
    entry.method === STORED || entry.unpacked === 0
      ? packed
      : inflateRawSync(packed, { maxOutputLength: entry.unpacked });
  if (entry.unpacked === 0 ? entry.crc !== 0 : bytes.length !== entry.unpacked || crc32(bytes) !== entry.crc)
    throw new Damaged('not what was packed');
  return entry.unpacked === 0 ? new Uint8Array() : bytes;
}

/**
 * Unpacks the entries of a ZIP that are wanted, others are not even read. Sizes are looked at before anything
 * is unpacked, and no entry unpacks to more than it said.
 * @throws what the file system says when the file cannot be read
 */
export async function unzipParts(
  path: string,
  wanted: (name: string) => boolean,
  limits: UnzipLimits,
): Promise<Unzipped> {
  const handle = await open(path, 'r');
  try {
    const found = await handle.stat();
    if (!found.isFile() || found.size < END_BYTES) return { ok: false, why: 'damaged' };
    const entries = await readEntries(handle, found.size, limits.partBytes);
    if (entries === null) return { ok: false, why: 'too-large' };
    const parts = entries.filter(({ name }) => wanted(name));
    // A deflated entry cannot be longer than its content but for a few bytes; a stored one is its content.
    const sizes = parts.map(({ packed, unpacked }) => Math.max(packed, unpacked));
    const all = sizes.reduce((sum, size) => sum + size, 0);
    if (all > limits.allBytes || sizes.some((size) => size > limits.partBytes))
      return { ok: false, why: 'too-large' };
    const unpacked = new Map<string, Uint8Array>();
    for (const entry of parts) unpacked.set(entry.name, await unpack(handle, entry));
    return { ok: true, parts: unpacked };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Z_DATA_ERROR and its like; ERR_BUFFER_TOO_LARGE: more came out than was said.
    if (error instanceof Damaged || code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE')
      return { ok: false, why: 'damaged' };
    throw error;
  } finally {
    await handle.close();
  }
}
