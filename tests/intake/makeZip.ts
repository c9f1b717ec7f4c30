import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP made by hand, so that it can say what no packer would. */
export type ZipEntry = {
  /** Bytes as they stand in the archive; text is written in UTF-8. */
  readonly name: string | Buffer;
  readonly data?: Buffer;
  /** Bit 11: the name is UTF-8. False unless given. */
  readonly utf8Flag?: boolean;
  readonly encrypted?: boolean;
  /** 8 deflate unless given; 0 stored. */
  readonly method?: number;
  /** Unix file type and mode, as in `0o120777` for a link. */
  readonly unixMode?: number;
  readonly extra?: Buffer;
  /** Packed bytes in place of those of `data`. */
  readonly packed?: Buffer;
  /** Unpacked size the headers claim. */
  readonly claimedBytes?: number;
  readonly claimedCrc?: number;
  /** Another entry's local header in place of an own one: both unpack the same bytes. */
  readonly sameAs?: number;
};

/** A ZIP of exactly these entries. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const { data = Buffer.alloc(0), method = 8, extra = Buffer.alloc(0) } = entry;
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name, 'utf8') : entry.name;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE((entry.utf8Flag === true ? 0x800 : 0) | (entry.encrypted === true ? 1 : 0), 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(entry.claimedCrc ?? crc32(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(entry.claimedBytes ?? data.length, 18);
    head.writeUInt16LE(name.length, 22);
    head.writeUInt16LE(extra.length, 24);
    const offset = entry.sameAs === undefined ? at : (offsets[entry.sameAs] ?? 0);
    offsets.push(offset);
    if (entry.sameAs === undefined) {
      const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, name, extra, packed]);
      locals.push(local);
      at += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.unixMode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, entry.unixMode === undefined ? 0 : 3]);
    central.push(Buffer.concat([Buffer.from('504b0102', 'hex'), madeBy, head, tail, name, extra]));
  }
  const contents = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, contents, end]);
}
