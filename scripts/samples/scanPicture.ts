import sharp from 'sharp';
import { createRandom } from './createRandom.ts';

interface ScanLook {
  readonly seed: string;
  /** Degrees it lies askew. */
  readonly turn: number;
  readonly widthPx: number;
  /** A photo lies on a desk, a scan on white. */
  readonly desk: string;
  readonly quality: number;
}

/** Soft blotches of paper and lamp as a grey picture; low in detail, so that the JPEG stays small. */
async function texture(seed: string, width: number, height: number): Promise<Buffer> {
  const random = createRandom(`${seed}·paper`);
  const [columns, rows] = [24, 18];
  const bytes = Buffer.from(Array.from({ length: columns * rows }, () => random.between(238, 255)));
  return sharp(bytes, { raw: { width: columns, height: rows, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('srgb')
    .png()
    .toBuffer();
}

/** A page as a scanner or a telephone would have taken it: askew, uneven paper, softened. */
export async function scanPicture(page: Buffer, look: ScanLook): Promise<Buffer> {
  const turned = await sharp(page)
    .resize({ width: Math.round(look.widthPx * 0.96) })
    .blur(0.5)
    .rotate(look.turn, { background: look.desk })
    .extend({ top: 12, bottom: 12, left: 12, right: 12, background: look.desk })
    .resize({ width: look.widthPx })
    .png()
    .toBuffer();
  const { width = 1, height = 1 } = await sharp(turned).metadata();
  return sharp(turned)
    .composite([{ input: await texture(look.seed, width, height), blend: 'multiply' }])
    .jpeg({ quality: look.quality, mozjpeg: true, chromaSubsampling: '4:2:0' })
    .withMetadata({ density: 180 })
    .toBuffer();
}
