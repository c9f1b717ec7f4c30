import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import type { Metadata } from 'sharp';
import type { z } from 'zod';
import type { FileProblem } from '../../../shared/entities/attachment.ts';
import { sharp } from '../../intake/sharp.ts';
import type { Converted, imageOperation } from './bindOperations.ts';
import { unreadable } from './bindProblems.ts';
import { createPicturePdf, type PicturePdf } from './createPicturePdf.ts';
import { placePage } from './placePage.ts';
import { readPngData } from './readPngData.ts';

/** A picture larger than this (A4 at 1,000 dpi is 97 million) is a mistake or hostile. */
export const MAX_PIXELS = 150_000_000;
const MAX_PICTURES = 2_000;
const DEFAULT_DPI = 72;
/** A picture is only made smaller when that takes away at least a third of its resolution. */
const WORTH_SHRINKING = 1.5;
const QUALITY = 88;

type Input = z.output<typeof imageOperation.input>;

/**
 * Makes a PDF of a picture file, a page for each picture in it. JPEG bytes are taken over as
 * they are, upright by their EXIF orientation; other formats keep every pixel (black and
 * white ones with one bit each). A damaged picture is a problem, never half a page.
 */
export async function imageToPdf(
  input: Input,
  report: (progress: { page: number }) => void,
): Promise<Converted> {
  const pdf = createPicturePdf(input.out);
  try {
    const metadata = await sharp(input.path, { limitInputPixels: MAX_PIXELS }).metadata();
    const count = metadata.format === 'tiff' ? (metadata.pages ?? 1) : 1;
    if (count > MAX_PICTURES) return { ok: false, problem: unreadable(`图片页数过多（${count} 页）`) };
    for (let index = 0; index < count; index++) {
      if (metadata.format === 'jpeg') await addJpeg(pdf, input, metadata);
      else await addOther(pdf, input, index, metadata.format === 'webp');
      report({ page: index });
    }
    await pdf.finish();
    return { ok: true, pages: count, problems: [] };
  } catch (error) {
    return { ok: false, problem: pictureProblem(error) };
  } finally {
    pdf.close();
  }
}

function pictureProblem(error: unknown): FileProblem {
  const text = error instanceof Error ? error.message : String(error);
  if (/pixel limit|too large/i.test(text))
    return {
      code: 'picture-too-large',
      message: '图片像素过多，无法装订；请缩小后再添加',
      severity: 'error',
    };
  if (/unsupported image format/i.test(text))
    return { code: 'file-type-unsupported', message: '不是可以识别的图片文件', severity: 'error' };
  return unreadable('图片数据不完整或有错误');
}

/** The upright picture in points: by its own resolution if that is plausible, else 72 dpi. */
function sizePt(widthPx: number, heightPx: number, density: number | undefined) {
  const dpi = density !== undefined && density >= DEFAULT_DPI ? density : DEFAULT_DPI;
  return { width: (widthPx / dpi) * 72, height: (heightPx / dpi) * 72 };
}

async function addJpeg(pdf: PicturePdf, input: Input, metadata: Metadata): Promise<void> {
  const bytes = readFileSync(input.path);
  // A truncated JPEG looks fine to whoever only reads its head: decode it once.
  await sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS }).resize(64).raw().toBuffer();
  const { width, height, orientation = 1, channels, density } = metadata;
  const lying = orientation >= 5;
  const size = lying ? sizePt(height, width, density) : sizePt(width, height, density);
  const smaller = shrunkWidth(input.maxDpi, lying ? height : width, size);
  if (
    smaller !== undefined ||
    metadata.depth !== 'uchar' ||
    (channels !== 1 && channels !== 3 && channels !== 4)
  ) {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS }).autoOrient().toColourspace('srgb');
    const resized = smaller === undefined ? image : image.resize(smaller);
    const { data, info } = await resized.jpeg({ quality: QUALITY }).toBuffer({ resolveWithObject: true });
    const colour = info.channels === 1 ? ('DeviceGray' as const) : ('DeviceRGB' as const);
    pdf.addJpeg(data, { widthPx: info.width, heightPx: info.height, colour }, size, 1);
    return;
  }
  const colour = channels === 1 ? 'DeviceGray' : channels === 4 ? 'DeviceCMYK' : 'DeviceRGB';
  const inverted = channels === 4 && hasAdobeMarker(bytes);
  pdf.addJpeg(bytes, { widthPx: width, heightPx: height, colour }, size, orientation, inverted);
}

/** Width in pixels that `maxDpi` leaves at the size the picture is bound with; undefined to keep all. */
function shrunkWidth(
  maxDpi: number | null,
  widthPx: number,
  size: { readonly width: number; readonly height: number },
): number | undefined {
  if (maxDpi === null) return undefined;
  const geometry = { box: { x0: 0, y0: 0, x1: size.width, y1: size.height }, rotate: 0, userUnit: 1 };
  const { target, turn } = placePage(geometry, false, 0);
  const boundPt = turn === 90 || turn === 270 ? target.height : target.width;
  const wanted = Math.ceil((boundPt / 72) * maxDpi);
  return widthPx > wanted * WORTH_SHRINKING ? wanted : undefined;
}

/** APP14 Adobe: its CMYK values are stored inverted. */
function hasAdobeMarker(jpeg: Uint8Array): boolean {
  const head = Buffer.from(jpeg.buffer, jpeg.byteOffset, Math.min(jpeg.length, 1 << 20));
  return head.includes(Buffer.from('ffee000e41646f6265', 'hex'));
}

async function addOther(pdf: PicturePdf, input: Input, page: number, lossy: boolean): Promise<void> {
  const options = { page, failOn: 'error' as const, limitInputPixels: MAX_PIXELS };
  const metadata = await sharp(input.path, options).metadata();
  const shown = metadata.autoOrient;
  const size = sizePt(shown.width, shown.height, metadata.density);
  let image = sharp(input.path, options).autoOrient().flatten({ background: '#ffffff' });
  const smaller = shrunkWidth(input.maxDpi, shown.width, size);
  if (smaller !== undefined) image = image.resize(smaller);
  const grey = metadata.channels <= 2;
  if (lossy) {
    const { data, info } = await image
      .toColourspace(grey ? 'b-w' : 'srgb')
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    const colour = info.channels === 1 ? ('DeviceGray' as const) : ('DeviceRGB' as const);
    pdf.addJpeg(data, { widthPx: info.width, heightPx: info.height, colour }, size, 1);
    return;
  }
  if (grey || metadata.bitsPerSample === 1) {
    const { data, info } = await image
      .clone()
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const bits = packBits(data, info.width, info.height, info.channels);
    if (bits !== undefined) {
      const picture = { widthPx: info.width, heightPx: info.height, colour: 'DeviceGray', bits: 1 } as const;
      pdf.addSamples(deflateSync(bits), picture, size);
      return;
    }
  }
  image = image.toColourspace(grey ? 'b-w' : 'srgb');
  const png = await image.png({ compressionLevel: 6, adaptiveFiltering: true }).toBuffer();
  const { data, widthPx, heightPx, channels } = readPngData(png);
  const colour = channels === 1 ? ('DeviceGray' as const) : ('DeviceRGB' as const);
  pdf.addSamples(data, { widthPx, heightPx, colour, bits: 8, predicted: true }, size);
}

/** Samples that are black or white only, eight to a byte, rows filled up; undefined if there is grey. */
function packBits(
  samples: Uint8Array,
  width: number,
  height: number,
  channels: number,
): Uint8Array | undefined {
  const stride = Math.ceil(width / 8);
  const bits = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sample = samples[(y * width + x) * channels];
      if (sample === 255) {
        const at = y * stride + (x >> 3);
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
      } else if (sample !== 0) return undefined;
    }
  }
  return bits;
}
