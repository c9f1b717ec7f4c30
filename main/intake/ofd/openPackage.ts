import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';

/** The files inside an OFD, unpacked one by one when they are asked for. */
export type OfdPackage = {
  /** Paths from the root, without a slash before them; none leads out of the package. */
  readonly names: readonly string[];
  /** Null when there is no such part or it is damaged. @throws OfdTooLarge */
  readonly read: (name: string) => Uint8Array | null;
};

export type PackageOutcome =
  | { readonly ok: true; readonly package: OfdPackage }
  | { readonly ok: false; readonly code: 'file-damaged' | 'file-encrypted' | 'file-too-large' };

/** An OFD asks for more than any invoice needs; whoever opened it answers `file-too-large`. */
export class OfdTooLarge extends Error {}

const MOST_ENTRIES = 20_000;
const MOST_PART_BYTES = 64 * 2 ** 20;
/** Of all parts that are asked for, together. */
const MOST_BYTES = 256 * 2 ** 20;
/** Text packs 50 to 1; more than this, in something large, is made to fill the memory. */
const MOST_RATIO = 400;
const LARGE_BYTES = 16 * 2 ** 20;
const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_BYTES = 30;

/** Reads the table of contents of an OFD in memory; nothing is unpacked yet. Never rejects. */
export async function openPackage(bytes: Buffer): Promise<PackageOutcome> {
  const entries = new Map<string, Entry>();
  try {
    // Names are decoded here: the library refuses the whole file for one that begins with a slash, as some write.
    const zip = await fromBufferPromise(bytes, { decodeStrings: false });
    if (zip.entryCount > MOST_ENTRIES) return { ok: false, code: 'file-too-large' };
    let declared = 0;
    for await (const entry of zip.eachEntry()) {
      const name = insideName(entry.fileNameRaw.toString('utf8'));
      if (name === null) continue;
      if (entry.isEncrypted()) return { ok: false, code: 'file-encrypted' };
      declared += entry.uncompressedSize;
      // A name that stands twice would be read differently from program to program: the first counts.
      if (!entries.has(name)) entries.set(name, entry);
    }
    if (declared > LARGE_BYTES && declared > bytes.length * MOST_RATIO)
      return { ok: false, code: 'file-too-large' };
  } catch {
    return { ok: false, code: 'file-damaged' };
  }
  return { ok: true, package: packageOf(bytes, entries) };
}

function packageOf(bytes: Buffer, entries: ReadonlyMap<string, Entry>): OfdPackage {
  const byLowerCase = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name) ?? byLowerCase.get(name.toLowerCase());
      if (entry === undefined) return null;
      unpacked += entry.uncompressedSize;
      if (entry.uncompressedSize > MOST_PART_BYTES || unpacked > MOST_BYTES)
        throw new OfdTooLarge('unpacked parts');
      return unpack(bytes, entry);
    },
  };
}

function unpack(bytes: Buffer, entry: Entry): Uint8Array | null {
  const header = entry.relativeOffsetOfLocalHeader;
  if (header + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(header) !== LOCAL_HEADER) return null;
  const from = header + LOCAL_BYTES + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(from, from + entry.compressedSize);
  const whole = contentOf(packed, entry);
  return whole !== null && whole.length === entry.uncompressedSize && crc32(whole) === entry.crc32
    ? whole
    : null;
}

function contentOf(packed: Buffer, { compressionMethod, uncompressedSize }: Entry): Uint8Array | null {
  if (compressionMethod === STORED) return packed;
  if (compressionMethod !== DEFLATED) return null;
  try {
    // What unpacks to more than it said is stopped there.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
  } catch {
    return null;
  }
}

/** A name as a path inside the package; null when it leads out of it, or names a folder. */
function insideName(raw: string): string | null {
  const name = raw.replace(/\\/g, '/').replace(/^\/+/, '');
  return name === '' || name.endsWith('/') || name.split('/').includes('..') ? null : name;
}
