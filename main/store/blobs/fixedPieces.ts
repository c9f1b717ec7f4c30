/**
 * Cuts a stream into pieces of exactly `size` bytes (the last one may be shorter, an empty stream has
 * none). Each piece is only valid until the next is asked for: one buffer serves them all.
 */
export async function* fixedPieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array, void, void> {
  const piece = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const given of source) {
    let offset = 0;
    while (offset < given.byteLength) {
      const taken = Math.min(size - filled, given.byteLength - offset);
      piece.set(given.subarray(offset, offset + taken), filled);
      filled += taken;
      offset += taken;
      if (filled === size) {
        yield piece;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
