import { PAGE_BYTES } from '../format.ts';
import { decodeRecord, type RawValue, readVarint } from './decodeRecord.ts';
import type { Pages } from './openPages.ts';

/** The four kinds of b-tree page. */
export const PageType = {
  indexInterior: 0x02,
  tableInterior: 0x05,
  indexLeaf: 0x0a,
  tableLeaf: 0x0d,
} as const;

/** One cell of a table leaf or an index page; `values` is null when its record cannot be read. */
export type Cell = { readonly rowid: number | null; readonly values: readonly RawValue[] | null };

function headerOffset(page: number): number {
  return page === 1 ? 100 : 0;
}

/** The type byte of a page. */
export function typeOf(page: number, bytes: Buffer): number {
  return bytes.readUInt8(headerOffset(page));
}

function isInterior(type: number): boolean {
  return type === PageType.tableInterior || type === PageType.indexInterior;
}

/** Where the cells of a page begin; nonsense pointers are left out. */
function cellOffsets(page: number, bytes: Buffer): readonly number[] {
  const start = headerOffset(page);
  const count = bytes.readUInt16BE(start + 3);
  const array = start + (isInterior(typeOf(page, bytes)) ? 12 : 8);
  const offsets: number[] = [];
  for (let index = 0; index < count && array + index * 2 + 2 <= PAGE_BYTES; index += 1) {
    const offset = bytes.readUInt16BE(array + index * 2);
    if (offset >= array && offset < PAGE_BYTES) offsets.push(offset);
  }
  return offsets;
}

/** The pages below an interior page. */
export function childrenOf(page: number, bytes: Buffer): readonly number[] {
  if (!isInterior(typeOf(page, bytes))) return [];
  const right = bytes.readUInt32BE(headerOffset(page) + 8);
  const children = cellOffsets(page, bytes)
    .filter((offset) => offset + 4 <= PAGE_BYTES)
    .map((offset) => bytes.readUInt32BE(offset));
  return [...children, right];
}

/** Joins the part of a payload on the page with its overflow pages; throws RangeError when the chain breaks. */
function payloadAt(pages: Pages, bytes: Buffer, offset: number, length: number, isTable: boolean): Buffer {
  const most = isTable ? PAGE_BYTES - 35 : Math.floor(((PAGE_BYTES - 12) * 64) / 255) - 23;
  if (length < 0 || length > pages.count * PAGE_BYTES) throw new RangeError('payload of impossible length');
  if (length <= most) {
    if (offset + length > PAGE_BYTES) throw new RangeError('payload beyond its page');
    return bytes.subarray(offset, offset + length);
  }
  const least = Math.floor(((PAGE_BYTES - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (PAGE_BYTES - 4));
  const local = fitting <= most ? fitting : least;
  if (offset + local + 4 > PAGE_BYTES) throw new RangeError('payload beyond its page');
  const whole = Buffer.alloc(length);
  bytes.copy(whole, 0, offset, offset + local);
  let filled = local;
  let next = bytes.readUInt32BE(offset + local);
  while (filled < length) {
    if (next < 2 || next > pages.count) throw new RangeError('overflow chain breaks');
    const overflow = pages.read(next);
    filled += overflow.copy(whole, filled, 4, Math.min(PAGE_BYTES, 4 + length - filled));
    next = overflow.readUInt32BE(0);
  }
  if (next !== 0) throw new RangeError('overflow chain goes on');
  return whole;
}

function cellAt(pages: Pages, type: number, bytes: Buffer, offset: number): Cell {
  let rowid: number | null = null;
  try {
    const length = readVarint(bytes, type === PageType.indexInterior ? offset + 4 : offset);
    let start = length.next;
    if (type === PageType.tableLeaf) {
      const key = readVarint(bytes, start);
      rowid = key.value;
      start = key.next;
    }
    const payload = payloadAt(pages, bytes, start, length.value, type === PageType.tableLeaf);
    return { rowid, values: decodeRecord(payload) };
  } catch {
    // Whatever garbled bytes make of it: this cell cannot be read, its neighbours may be.
    return { rowid, values: null };
  }
}

/** Every cell of a page that carries rows (table leaf) or keys (index leaf and interior). */
export function* readCells(pages: Pages, page: number): Generator<Cell, void, void> {
  const bytes = pages.read(page);
  const type = typeOf(page, bytes);
  if (type === PageType.tableInterior) return;
  for (const offset of cellOffsets(page, bytes)) yield cellAt(pages, type, bytes, offset);
}
