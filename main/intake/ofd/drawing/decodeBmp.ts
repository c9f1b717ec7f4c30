/** Samples of a picture, rows from the top without padding. */
export type Samples = {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
};

const MOST_PIXELS = 60_000_000;

/** A Windows bitmap without compression, of 1, 4, 8, 24 or 32 bits, which sharp does not read. Null for all else. */
export function decodeBmp(bytes: Uint8Array): Samples | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 54 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return null;
  const start = view.getUint32(10, true);
  const head = view.getUint32(14, true);
  if (head < 40) return null;
  const width = view.getInt32(18, true);
  const signed = view.getInt32(22, true);
  const height = Math.abs(signed);
  const bits = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  // 3 only says by masks what 32 bits say anyway.
  const plain = compression === 0 || (compression === 3 && bits === 32);
  if (width <= 0 || height === 0 || width * height > MOST_PIXELS || !plain) return null;
  if (![1, 4, 8, 24, 32].includes(bits)) return null;
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (start + stride * height > bytes.length) return null;
  const colours = bits <= 8 ? view.getUint32(46, true) || 2 ** bits : 0;
  const palette = bytes.subarray(14 + head, 14 + head + Math.min(colours, 256) * 4);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const row = start + stride * (signed > 0 ? height - 1 - y : y);
    for (let x = 0; x < width; x += 1) {
      const [from, at] =
        bits <= 8 ? [palette, indexOf(bytes, row, x, bits) * 4] : [bytes, row + (x * bits) / 8];
      const to = (y * width + x) * 3;
      data[to] = from[at + 2] ?? 0;
      data[to + 1] = from[at + 1] ?? 0;
      data[to + 2] = from[at] ?? 0;
    }
  }
  return { width, height, channels: 3, data };
}

function indexOf(bytes: Uint8Array, row: number, x: number, bits: number): number {
  const perByte = 8 / bits;
  const byte = bytes[row + Math.floor(x / perByte)] ?? 0;
  return (byte >> (8 - bits - (x % perByte) * bits)) & (2 ** bits - 1);
}
