import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { PAGE_BYTES } from '../format.ts';
import { walFrames } from './walFrames.ts';

/** The pages of a database file read without SQLite, so that no damage stops the reading. */
export type Pages = {
  /** How many there are, counting from page 1. */
  readonly count: number;
  /** One page as last committed; zeros where the file ends early or the disk cannot read. */
  readonly read: (page: number) => Buffer;
  readonly close: () => void;
};

function readAt(file: number, offset: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    let got = 0;
    try {
      got = readSync(file, buffer, filled, length - filled, offset + filled);
    } catch {
      // A bad sector is damage like any other: what follows is still wanted.
      got = 0;
    }
    if (got === 0) break;
    filled += got;
  }
  return buffer.subarray(0, filled);
}

/** Opens a file and its unfinished journal for reading page by page; never writes. Throws fs errors. */
export function openPages(path: string): Pages {
  const file = openSync(path, 'r');
  const wal = existsSync(`${path}-wal`) ? openSync(`${path}-wal`, 'r') : null;
  const frames =
    wal === null ? new Map<number, number>() : walFrames((offset, length) => readAt(wal, offset, length));
  const inFile = Math.ceil(fstatSync(file).size / PAGE_BYTES);
  const count = [...frames.keys()].reduce((most, page) => Math.max(most, page), inFile);
  const read = (page: number): Buffer => {
    const place = frames.get(page);
    const bytes =
      place === undefined || wal === null
        ? readAt(file, (page - 1) * PAGE_BYTES, PAGE_BYTES)
        : readAt(wal, place, PAGE_BYTES);
    return bytes.length === PAGE_BYTES
      ? bytes
      : Buffer.concat([bytes, Buffer.alloc(PAGE_BYTES - bytes.length)]);
  };
  const close = (): void => {
    closeSync(file);
    if (wal !== null) closeSync(wal);
  };
  return { count, read, close };
}
