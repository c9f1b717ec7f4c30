import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { GreyPicture } from './greyPicture.ts';

export type Point = { readonly x: number; readonly y: number };

/** Corners of a code in the order of the code's own top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point];

/** What one look at a picture shows; `text` is null for a code that was seen but could not be decoded. */
export type ScannedCode = { readonly text: string | null; readonly corners: Corners };

let prepared = false;

/** The decoder never asks a server for its WebAssembly, as it would by default. */
function prepare(): void {
  if (prepared) return;
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  prepareZXingModule({ overrides: { wasmBinary } });
  prepared = true;
}

/** One look at a picture: QR codes found in it, turned and inverted ones too, in the picture's pixels. */
export async function scanCodes(
  picture: GreyPicture,
  options: Pick<ReaderOptions, 'binarizer' | 'tryDownscale' | 'tryDenoise'> = {},
): Promise<ScannedCode[]> {
  prepare();
  const { width, height, grey } = picture;
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at++) pixels[at] = (grey[at] ?? 0) * 0x01010101;
  const data = new Uint8ClampedArray(pixels.buffer);
  const found = await readBarcodes(
    { width, height, data, colorSpace: 'srgb' },
    {
      formats: ['QRCode'],
      tryHarder: true,
      tryInvert: true,
      tryDownscale: false,
      maxNumberOfSymbols: 24,
      returnErrors: true,
      textMode: 'Plain',
      ...options,
    },
  );
  return found.map(({ isValid, text, position }) => ({
    text: isValid ? text : null,
    corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft],
  }));
}
