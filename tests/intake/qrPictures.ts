import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import type { GreyPicture } from '../../main/intake/qr/greyPicture.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
});

/** The modules of a QR code, true for dark ones. */
export type Modules = { readonly side: number; readonly dark: (x: number, y: number) => boolean };

export async function qrModules(text: string, ecLevel: 'L' | 'M' | 'Q' | 'H' = 'M'): Promise<Modules> {
  const { symbol, error } = await writeBarcode(text, {
    format: 'QRCode',
    options: `ecLevel=${ecLevel}`,
    withQuietZones: false,
  });
  if (error !== '') throw new Error(error);
  const { width, data } = symbol;
  return { side: width, dark: (x, y) => data[y * width + x] === 0 };
}

/** A picture one can draw on; starts white. */
export function blankPicture(width: number, height: number, light = 255): GreyPicture {
  return { width, height, grey: new Uint8Array(width * height).fill(light) };
}

type Placed = {
  /** Centre in pixels. */
  readonly x: number;
  readonly y: number;
  /** Pixels a module. */
  readonly module: number;
  /** Degrees clockwise. */
  readonly turn?: number;
  /** How much smaller the right side is than the left, 0 to 0.5: looked at from the side. */
  readonly skew?: number;
  readonly dark?: number;
  readonly light?: number;
  /** Modules of light border. */
  readonly quiet?: number;
};

/** Draws a code into a picture, each pixel the mean of nine points. */
export function drawCode(picture: GreyPicture, modules: Modules, placed: Placed): void {
  const { x: cx, y: cy, module, turn = 0, skew = 0, dark = 0, light = 255, quiet = 2 } = placed;
  const { side } = modules;
  const half = (side / 2 + quiet) * module * 1.5;
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  for (let y = Math.max(0, Math.floor(cy - half)); y < Math.min(picture.height, cy + half); y++) {
    for (let x = Math.max(0, Math.floor(cx - half)); x < Math.min(picture.width, cx + half); x++) {
      let [sum, inside] = [0, 0];
      for (let part = 0; part < 9; part++) {
        const dx = x + (part % 3) / 3 + 1 / 6 - cx;
        const dy = y + Math.floor(part / 3) / 3 + 1 / 6 - cy;
        const across = (dx * cos + dy * sin) / module;
        const down = (-dx * sin + dy * cos) / module;
        const depth = 1 + (skew * across) / side;
        const u = across * depth + side / 2;
        const v = down * depth + side / 2;
        if (u < -quiet || v < -quiet || u >= side + quiet || v >= side + quiet) continue;
        inside += 1;
        const within = u >= 0 && v >= 0 && u < side && v < side;
        sum += within && modules.dark(Math.floor(u), Math.floor(v)) ? dark : light;
      }
      if (inside > 0) {
        const at = y * picture.width + x;
        picture.grey[at] = (sum + (picture.grey[at] ?? 0) * (9 - inside)) / 9;
      }
    }
  }
}

/** A pseudo-random sequence from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Spoiled = {
  /** Standard deviation of a Gaussian blur in pixels. */
  readonly blur?: number;
  /** Amplitude of noise in levels. */
  readonly noise?: number;
  /** Light at the right bottom as a part of that at the left top. */
  readonly shade?: number;
  /** Quality of a JPEG it goes through. */
  readonly jpeg?: number;
  readonly seed?: number;
};

/** What a camera makes of a picture. */
export async function spoil(picture: GreyPicture, how: Spoiled): Promise<GreyPicture> {
  const { width, height } = picture;
  const random = randomFrom(how.seed ?? 1);
  let pipeline = sharp(picture.grey, { raw: { width, height, channels: 1 } });
  if (how.blur !== undefined) pipeline = pipeline.blur(how.blur);
  const soft = new Uint8Array(await pipeline.toColourspace('b-w').raw().toBuffer());
  const grey = soft.map((value, at) => {
    const along = ((at % width) / width + Math.floor(at / width) / height) / 2;
    const lit = value * (1 + ((how.shade ?? 1) - 1) * along);
    return Math.min(255, Math.max(0, lit + (random() + random() - 1) * (how.noise ?? 0)));
  });
  if (how.jpeg === undefined) return { width, height, grey };
  const jpeg = await sharp(grey, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: how.jpeg })
    .toBuffer();
  return { width, height, grey: new Uint8Array(await sharp(jpeg).toColourspace('b-w').raw().toBuffer()) };
}

/** Lines of grey marks that look like text to a decoder. */
export function scribble(picture: GreyPicture, seed: number): void {
  const random = randomFrom(seed);
  for (let y = 20; y < picture.height - 20; y += 24) {
    for (let x = 20; x < picture.width - 20; x += 9) {
      if (random() < 0.35) continue;
      const [w, h] = [2 + Math.floor(random() * 6), 4 + Math.floor(random() * 12)];
      for (let row = y; row < y + h; row++)
        picture.grey.fill(40, row * picture.width + x, row * picture.width + x + w);
    }
  }
}
