import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { type FileFollower, followFile } from './followFile.ts';

/** A state to return to when a file turns out to be unusable halfway. */
export type WriterMark = { readonly offset: number; readonly streams: number; readonly packed: number };

type Entry = { readonly kind: 1 | 2; readonly first: number; readonly second: number };

export type PdfFileWriter = {
  /** Writes (at the end) an object that is no stream; `text` is its PDF syntax in Latin-1. */
  readonly writeObject: (number: number, text: string) => void;
  /** Writes a stream at once. `dict` is the inside of its dictionary, without /Length. */
  readonly writeStream: (number: number, dict: string, contents: Uint8Array) => void;
  /** What was written before a mark cannot be taken back by an earlier one any more. */
  readonly mark: () => WriterMark;
  readonly rollback: (mark: WriterMark) => void;
  /** Writes what is left, the cross-reference stream and the trailer; syncs and closes the file. */
  readonly finish: (
    trailer: { readonly root: number; readonly info: number },
    allocate: () => number,
  ) => Promise<{ readonly bytes: number; readonly sha256: string }>;
  readonly abandon: () => void;
};

const OBJECTS_PER_STREAM = 200;
const BUFFER_BYTES = 1 << 20;

/**
 * Writes a PDF straight to disk, object by object, so that the memory needed does not grow
 * with the bundle. Small objects are packed into compressed object streams (ISO 32000-1,
 * 7.5.7); the SHA-256 is reckoned on the way by a second thread.
 */
export function createPdfFileWriter(path: string): PdfFileWriter {
  const fd = openSync(path, 'w');
  const follower: FileFollower = followFile(path);
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let buffered = 0;
  let offset = 0;
  const entries = new Map<number, Entry>();
  /** Numbers of the streams in the order of writing, for `rollback`. */
  const streams: number[] = [];
  const packed: { number: number; text: string }[] = [];

  // Positions are given, since a truncated file does not move the place of writing.
  const put = (bytes: Uint8Array, position: number): void => {
    for (let done = 0; done < bytes.length; )
      done += writeSync(fd, bytes, done, bytes.length - done, position + done);
  };
  const flush = (): void => {
    put(buffer.subarray(0, buffered), offset - buffered);
    buffered = 0;
  };
  const write = (bytes: Uint8Array): void => {
    if (buffered + bytes.length > BUFFER_BYTES) flush();
    if (bytes.length > BUFFER_BYTES / 4) {
      flush();
      put(bytes, offset);
    } else {
      buffer.set(bytes, buffered);
      buffered += bytes.length;
    }
    offset += bytes.length;
  };
  const writeText = (text: string): void => write(Buffer.from(text, 'latin1'));

  const writeStream: PdfFileWriter['writeStream'] = (number, dict, contents) => {
    entries.set(number, { kind: 1, first: offset, second: 0 });
    streams.push(number);
    writeText(`${number} 0 obj\n<<${dict}/Length ${contents.length}>>\nstream\n`);
    write(contents);
    writeText('\nendstream\nendobj\n');
  };
  const writePacks = (allocate: () => number): void => {
    for (let start = 0; start < packed.length; start += OBJECTS_PER_STREAM) {
      const part = packed.slice(start, start + OBJECTS_PER_STREAM);
      const pack = allocate();
      let head = '';
      let body = '';
      part.forEach(({ number, text }, index) => {
        head += `${number} ${body.length} `;
        body += `${text}\n`;
        entries.set(number, { kind: 2, first: pack, second: index });
      });
      const contents = deflateSync(Buffer.from(head + body, 'latin1'), { level: 6 });
      const dict = `/Type/ObjStm/N ${part.length}/First ${head.length}/Filter/FlateDecode`;
      writeStream(pack, dict, contents);
    }
    packed.length = 0;
  };

  writeText('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');

  return {
    writeObject: (number, text) => {
      packed.push({ number, text });
    },
    writeStream,
    mark: () => {
      flush();
      follower.advance(offset);
      return { offset, streams: streams.length, packed: packed.length };
    },
    rollback: (mark) => {
      buffered = 0;
      ftruncateSync(fd, mark.offset);
      offset = mark.offset;
      for (const number of streams.splice(mark.streams)) entries.delete(number);
      packed.length = mark.packed;
    },
    finish: async ({ root, info }, allocate) => {
      writePacks(allocate);
      flush();
      const id = (await follower.digest(offset)).slice(0, 32);
      const number = allocate();
      const start = offset;
      entries.set(number, { kind: 1, first: start, second: 0 });
      const { rows, index, size } = crossReference(entries);
      const dict = `/Type/XRef/Size ${size}/W[1 5 2]/Index[${index}]/Root ${root} 0 R/Info ${info} 0 R`;
      writeStream(number, `${dict}/ID[<${id}><${id}>]/Filter/FlateDecode`, deflateSync(rows));
      writeText(`startxref\n${start}\n%%EOF\n`);
      flush();
      const sha256 = await follower.digest(offset);
      follower.stop();
      fsyncSync(fd);
      closeSync(fd);
      return { bytes: offset, sha256 };
    },
    abandon: () => {
      follower.stop();
      closeSync(fd);
    },
  };
}

function crossReference(entries: ReadonlyMap<number, Entry>): { rows: Buffer; index: string; size: number } {
  const sorted = [...entries].sort(([left], [right]) => left - right);
  const rows = Buffer.alloc((sorted.length + 1) * 8);
  // Object 0 heads the list of free objects.
  rows.writeUInt16BE(0xffff, 6);
  const runs: { start: number; count: number }[] = [{ start: 0, count: 1 }];
  sorted.forEach(([number, entry], row) => {
    const at = (row + 1) * 8;
    rows.writeUInt8(entry.kind, at);
    rows.writeUIntBE(entry.first, at + 1, 5);
    rows.writeUInt16BE(entry.second, at + 6);
    const run = runs.at(-1);
    if (run !== undefined && run.start + run.count === number) run.count += 1;
    else runs.push({ start: number, count: 1 });
  });
  const index = runs.map(({ start, count }) => `${start} ${count}`).join(' ');
  return { rows, index, size: (sorted.at(-1)?.[0] ?? 0) + 1 };
}
