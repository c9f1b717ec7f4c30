/**
 * Code points a TrueType or OpenType font (no collection) has glyphs for: the `cmap` table, formats 4 and 12,
 * which every font of the last twenty years carries. An empty set when the bytes are no such font.
 */
export function readCharacterMap(font: Uint8Array): ReadonlySet<number> {
  const points = new Set<number>();
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  try {
    const cmap = findTable(view, 'cmap');
    if (cmap === null) return points;
    const count = view.getUint16(cmap + 2);
    for (let record = 0; record < count; record += 1) {
      const subtable = cmap + view.getUint32(cmap + 4 + record * 8 + 4);
      const format = view.getUint16(subtable);
      if (format === 4) readSegments(view, subtable, points);
      if (format === 12) readGroups(view, subtable, points);
    }
  } catch (error) {
    // Offsets that point outside a damaged file.
    if (!(error instanceof RangeError)) throw error;
  }
  return points;
}

function findTable(view: DataView, wanted: string): number | null {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)));
    if (tag === wanted) return view.getUint32(entry + 8);
  }
  return null;
}

function readSegments(view: DataView, start: number, points: Set<number>): void {
  const segments = view.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const first = view.getUint16(starts + segment * 2);
    const last = view.getUint16(ends + segment * 2);
    const delta = view.getUint16(deltas + segment * 2);
    const offset = view.getUint16(offsets + segment * 2);
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const mapped =
        offset === 0 ? point : view.getUint16(offsets + segment * 2 + offset + (point - first) * 2);
      const glyph = offset === 0 || mapped !== 0 ? (mapped + delta) & 0xffff : 0;
      if (glyph !== 0) points.add(point);
    }
  }
}

function readGroups(view: DataView, start: number, points: Set<number>): void {
  const groups = view.getUint32(start + 12);
  for (let group = 0; group < groups; group += 1) {
    const entry = start + 16 + group * 12;
    const first = view.getUint32(entry);
    const last = Math.min(view.getUint32(entry + 4), 0x10ffff);
    const glyph = view.getUint32(entry + 8);
    for (let point = first; point <= last; point += 1) {
      if (glyph + (point - first) !== 0) points.add(point);
    }
  }
}
