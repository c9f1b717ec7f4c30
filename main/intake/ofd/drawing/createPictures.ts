import { deflateSync } from 'node:zlib';
import { type PDFDict, type PDFDocument, PDFRawStream, type PDFRef } from 'pdf-lib';
import type { Metadata } from 'sharp';
import { OfdTooLarge } from '../openPackage.ts';
import { decodeBmp, type Samples } from './decodeBmp.ts';

/** A picture of an OFD, before it is opened. */
export type PictureSource = {
  /** The same for the same picture. */
  readonly key: string;
  readonly format: string;
  readonly bytes: () => Uint8Array | null;
};

/** What could not be drawn, with its measure word. */
export type UndrawnPicture = readonly [measure: string, name: string];

/** The pictures of one PDF. They are only opened in `settle`, so that drawing pages need not wait for each of them. */
export type Pictures = {
  /**
   * A picture that will stand under the reference given; in its place there is nothing when it cannot be opened.
   * @param mask whose brightness says how much of the picture covers
   * @param undrawn told when it cannot be opened
   */
  readonly place: (
    picture: PictureSource,
    mask: PictureSource | null,
    undrawn: (what: UndrawnPicture) => void,
  ) => PDFRef;
  readonly settle: () => Promise<void>;
};

const MOST_PIXELS = 60_000_000;
/** Of all pictures together: a file of nothing but scans has some 10 million a page. */
const MOST_PIXELS_IN_ALL = 1_500_000_000;
const MOST_BYTES = 64 * 2 ** 20;
const LEVEL = 6;

type Wanted = {
  readonly ref: PDFRef;
  readonly picture: PictureSource;
  readonly mask: PictureSource | null;
  readonly undrawn: ((what: UndrawnPicture) => void)[];
};

export function createPictures(pdf: PDFDocument): Pictures {
  const wanted = new Map<string, Wanted>();
  return {
    place: (picture, mask, undrawn) => {
      const key = `${picture.key} ${mask?.key ?? ''}`;
      const known = wanted.get(key);
      known?.undrawn.push(undrawn);
      if (known !== undefined) return known.ref;
      const ref = pdf.context.nextRef();
      wanted.set(key, { ref, picture, mask, undrawn: [undrawn] });
      return ref;
    },
    settle: async () => {
      let pixels = 0;
      for (const { ref, picture, mask, undrawn } of wanted.values()) {
        const opened = await open(picture);
        if (opened.ok) {
          pixels += opened.picture.width * opened.picture.height;
          if (pixels > MOST_PIXELS_IN_ALL) throw new OfdTooLarge('pictures');
          const cover = mask === null ? opened.picture.alpha : await openMask(mask);
          embed(pdf, ref, opened.picture, cover);
        } else {
          for (const tell of undrawn) tell(opened.what);
          pdf.context.assign(ref, nothing(pdf));
        }
      }
    },
  };
}

type Opened = Pick<Samples, 'width' | 'height'> & {
  readonly channels: 1 | 3;
  /** Compressed as `filter` says. */
  readonly data: Uint8Array;
  readonly filter: 'DCTDecode' | 'FlateDecode';
  readonly alpha: Samples | null;
};

type Outcome =
  | { readonly ok: true; readonly picture: Opened }
  | { readonly ok: false; readonly what: UndrawnPicture };

const UNREADABLE: Outcome = { ok: false, what: ['张', '无法打开的图片'] };

async function open({ format, bytes }: PictureSource): Promise<Outcome> {
  const data = bytes();
  if (data === null) return { ok: false, what: ['张', '缺失的图片'] };
  if (/^G?B?JB|BIG/.test(format) || starts(data, '974a4232'))
    return { ok: false, what: ['张', 'JBIG2 图片'] };
  if (data.length > MOST_BYTES) return UNREADABLE;
  if (starts(data, '424d')) {
    const samples = decodeBmp(data);
    return samples === null ? UNREADABLE : { ok: true, picture: { ...packed(samples), alpha: null } };
  }
  try {
    return { ok: true, picture: await decode(data) };
  } catch {
    return UNREADABLE;
  }
}

async function decode(data: Uint8Array): Promise<Opened> {
  const { sharp } = await import('../../sharp.ts');
  const image = sharp(data, { failOn: 'error', limitInputPixels: MOST_PIXELS });
  const metadata = await image.metadata();
  if (isPlainJpeg(metadata)) {
    // A JPEG cut short looks fine to whoever only reads its head: decode it once.
    await image.clone().resize(64).raw().toBuffer();
    const { width, height, channels } = metadata;
    return { width, height, channels: channels === 1 ? 1 : 3, data, filter: 'DCTDecode', alpha: null };
  }
  const grey = metadata.channels <= 2;
  const colours = image
    .clone()
    .removeAlpha()
    .toColourspace(grey ? 'b-w' : 'srgb');
  const samples = await samplesOf(colours);
  const alpha = metadata.hasAlpha ? await samplesOf(image.clone().extractChannel('alpha')) : null;
  return { ...packed(samples), alpha };
}

function isPlainJpeg({ format, channels, depth }: Metadata): boolean {
  return format === 'jpeg' && depth === 'uchar' && (channels === 1 || channels === 3);
}

type Image = ReturnType<Awaited<typeof import('../../sharp.ts')>['sharp']>;

async function samplesOf(image: Image): Promise<Samples> {
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  if (info.channels !== 1 && info.channels !== 3) throw new Error(`picture of ${info.channels} channels`);
  return { width: info.width, height: info.height, channels: info.channels, data };
}

async function openMask(mask: PictureSource): Promise<Samples | null> {
  const data = mask.bytes();
  if (data === null) return null;
  try {
    const { sharp } = await import('../../sharp.ts');
    const image = sharp(data, { failOn: 'error', limitInputPixels: MOST_PIXELS });
    return await samplesOf(image.flatten({ background: '#000000' }).toColourspace('b-w').extractChannel(0));
  } catch {
    return null;
  }
}

function packed({ width, height, channels, data }: Samples): Omit<Opened, 'alpha'> {
  return { width, height, channels, data: deflateSync(data, { level: LEVEL }), filter: 'FlateDecode' };
}

function embed(pdf: PDFDocument, ref: PDFRef, picture: Opened, cover: Samples | null): void {
  const { context } = pdf;
  const mask =
    cover === null ? undefined : context.register(stream(pdf, { ...packed(cover), alpha: null }, {}));
  context.assign(ref, stream(pdf, picture, mask === undefined ? {} : { SMask: mask }));
}

function stream(pdf: PDFDocument, picture: Opened, more: { readonly SMask?: PDFRef }): PDFRawStream {
  const dict: PDFDict = pdf.context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: picture.width,
    Height: picture.height,
    ColorSpace: picture.channels === 1 ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: picture.filter,
    ...more,
  });
  return PDFRawStream.of(dict, picture.data);
}

function nothing(pdf: PDFDocument): PDFRawStream {
  return pdf.context.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] });
}

function starts(data: Uint8Array, hex: string): boolean {
  return Buffer.from(data.subarray(0, hex.length / 2)).toString('hex') === hex;
}
