import { closeSync, openSync, readSync } from 'node:fs';

/** Ranges of code points, both ends included. */
export type CharacterMap = readonly { readonly from: number; readonly to: number }[];

/**
 * Code points a TrueType or OpenType font file (no collection) has glyphs for: its `cmap` table, formats 4 and
 * 12, which every font of the last twenty years carries. Reads that table only. Nothing when the file is no
 * such font.
 */
export function readCharacterMap(file: string): CharacterMap {
  const handle = openSync(file, 'r');
  const read = (at: number, length: number): DataView => {
    const bytes = new Uint8Array(length);
    const count = readSync(handle, bytes, 0, length, at);
    return new DataView(bytes.buffer, 0, count);
  };
  try {
    const cmap = findTable(read, 'cmap');
    return cmap === null ? [] : readRanges(read(cmap.offset, cmap.length));
  } catch (error) {
    // Offsets that point outside a damaged file.
    if (error instanceof RangeError) return [];
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** True when the map holds a code point. */
export function hasGlyph(map: CharacterMap, point: number): boolean {
  let low = 0;
  let high = map.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = map[middle];
    if (range === undefined) return false;
    if (point < range.from) high = middle - 1;
    else if (point > range.to) low = middle + 1;
    else return true;
  }
  return false;
}

type Read = (at: number, length: number) => DataView;

/** No font has a table longer than this; one that claims it is damaged. */
const MAX_TABLE = 16 * 1024 * 1024;

function findTable(read: Read, wanted: string): { readonly offset: number; readonly length: number } | null {
  const tables = read(0, 12).getUint16(4);
  const directory = read(12, tables * 16);
  for (let index = 0; index < tables; index += 1) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => directory.getUint8(index * 16 + at)));
    const length = directory.getUint32(index * 16 + 12);
    if (tag === wanted && length <= MAX_TABLE) return { offset: directory.getUint32(index * 16 + 8), length };
  }
  return null;
}

function readRanges(cmap: DataView): CharacterMap {
  const ranges: { from: number; to: number }[] = [];
  const count = cmap.getUint16(2);
  for (let record = 0; record < count; record += 1) {
    const subtable = cmap.getUint32(4 + record * 8 + 4);
    const format = cmap.getUint16(subtable);
    if (format === 4) ranges.push(...readSegments(cmap, subtable));
    if (format === 12) ranges.push(...readGroups(cmap, subtable));
  }
  return merged(ranges);
}

function readSegments(cmap: DataView, start: number): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  const segments = cmap.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const from = cmap.getUint16(starts + segment * 2);
    const to = Math.min(cmap.getUint16(ends + segment * 2), 0xfffe);
    const delta = cmap.getUint16(deltas + segment * 2);
    const offset = cmap.getUint16(offsets + segment * 2);
    // Glyph 0 is the box for a missing glyph: such code points are holes in the segment.
    const glyph = (point: number): number => {
      if (offset === 0) return (point + delta) & 0xffff;
      const mapped = cmap.getUint16(offsets + segment * 2 + offset + (point - from) * 2);
      return mapped === 0 ? 0 : (mapped + delta) & 0xffff;
    };
    for (let point = from; point <= to; point += 1) {
      if (glyph(point) === 0) continue;
      const last = ranges.at(-1);
      if (last !== undefined && last.to === point - 1) last.to = point;
      else ranges.push({ from: point, to: point });
    }
  }
  return ranges;
}

function readGroups(cmap: DataView, start: number): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  const groups = cmap.getUint32(start + 12);
  for (let group = 0; group < groups; group += 1) {
    const entry = start + 16 + group * 12;
    const from = cmap.getUint32(entry) + (cmap.getUint32(entry + 8) === 0 ? 1 : 0);
    const to = Math.min(cmap.getUint32(entry + 4), 0x10ffff);
    if (from <= to) ranges.push({ from, to });
  }
  return ranges;
}

function merged(ranges: readonly { from: number; to: number }[]): CharacterMap {
  const result: { from: number; to: number }[] = [];
  for (const range of [...ranges].sort((left, right) => left.from - right.from)) {
    const last = result.at(-1);
    if (last !== undefined && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
}
