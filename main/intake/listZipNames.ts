const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;

/**
 * Names in the table of contents of a ZIP, as far as it lies within `tail` (the end of the
 * file). Nothing is unpacked, so a bomb cannot go off here.
 */
export function listZipNames(tail: Buffer): string[] {
  const end = findEnd(tail);
  if (end === -1) return [];
  const size = tail.readUInt32LE(end + 12);
  // Sizes are true also where the offset is not, in a ZIP with something put before it.
  let at = Math.max(0, end - size);
  const names: string[] = [];
  while (at + ENTRY_BYTES <= end) {
    if (tail.readUInt32LE(at) !== ENTRY) {
      at += 1;
      continue;
    }
    const [nameLength, extra, comment] = [at + 28, at + 30, at + 32].map((where) => tail.readUInt16LE(where));
    const start = at + ENTRY_BYTES;
    names.push(tail.toString('utf8', start, start + (nameLength ?? 0)));
    at = start + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) if (tail.readUInt32LE(at) === END) return at;
  return -1;
}
