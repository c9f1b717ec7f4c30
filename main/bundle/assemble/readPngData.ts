const SIGNATURE_BYTES = 8;
const CHANNELS: Readonly<Record<number, 1 | 3>> = { 0: 1, 2: 3 };

/**
 * Takes the compressed rows out of a PNG: PDF knows PNG's row filters (Predictor 15), so
 * they go in as they are.
 * @param png 8 bits a sample, grey or RGB, neither interlaced nor with alpha
 * @throws for any other kind of PNG
 */
export function readPngData(png: Buffer): {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3;
} {
  const widthPx = png.readUInt32BE(16);
  const heightPx = png.readUInt32BE(20);
  const [bits, colourType, interlaced] = [png[24], png[25] ?? -1, png[28]];
  const channels = CHANNELS[colourType];
  if (bits !== 8 || channels === undefined || interlaced !== 0)
    throw new Error(`PNG of another kind: ${bits} bits, colour type ${colourType}`);
  const parts: Buffer[] = [];
  for (let at = SIGNATURE_BYTES; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { data: Buffer.concat(parts), widthPx, heightPx, channels };
}
