import { createPdfFileWriter } from './createPdfFileWriter.ts';
import { formatNumbers } from './formatNumber.ts';

type Pixels = { readonly widthPx: number; readonly heightPx: number };
type Size = { readonly width: number; readonly height: number };

export type PicturePdf = {
  /**
   * Adds a page with one JPEG, its bytes untouched.
   * @param size of the upright page in points
   * @param orientation EXIF orientation, 1 to 8
   */
  readonly addJpeg: (
    jpeg: Uint8Array,
    picture: Pixels & { readonly colour: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK' },
    size: Size,
    orientation: number,
    /** CMYK of Adobe programs is stored inverted. */
    inverted?: boolean,
  ) => void;
  /** Adds a page with samples compressed by zlib, 1 bit (0 black) or 8 bit; `predicted`: PNG row filters. */
  readonly addSamples: (
    deflated: Uint8Array,
    picture: Pixels & {
      readonly colour: 'DeviceGray' | 'DeviceRGB';
      readonly bits: 1 | 8;
      readonly predicted?: true;
    },
    size: Size,
  ) => void;
  readonly finish: () => Promise<void>;
  /** Closes the file if it was not finished. */
  readonly close: () => void;
};

/** EXIF orientation as the matrix that puts the unit square upright (TIFF 6.0, tag 274). */
const UPRIGHT: Readonly<Record<number, readonly number[]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

/** Writes a PDF in which every page is one picture, streaming to `path`. */
export function createPicturePdf(path: string): PicturePdf {
  const writer = createPdfFileWriter(path);
  let numbers = 2;
  const allocate = (): number => ++numbers;
  const [catalog, tree] = [1, 2];
  const pages: number[] = [];
  let open = true;

  const addPage = (image: number, { width, height }: Size, orientation: number): void => {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = UPRIGHT[orientation] ?? [];
    const matrix = [a * width, b * height, c * width, d * height, e * width, f * height];
    const contents = allocate();
    writer.writeStream(contents, '', Buffer.from(`q ${formatNumbers(matrix)} cm /I Do Q`, 'latin1'));
    const page = allocate();
    writer.writeObject(
      page,
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${formatNumbers([width, height])}]/Resources<</XObject<</I ${image} 0 R>>>>/Contents ${contents} 0 R>>`,
    );
    pages.push(page);
  };
  const imageEntries = (picture: Pixels & { readonly colour: string }, bits: number): string =>
    `/Type/XObject/Subtype/Image/Width ${picture.widthPx}/Height ${picture.heightPx}/ColorSpace/${picture.colour}/BitsPerComponent ${bits}`;

  return {
    addJpeg: (jpeg, picture, size, orientation, inverted = false) => {
      const image = allocate();
      const decode = inverted ? '/Decode[1 0 1 0 1 0 1 0]' : '';
      writer.writeStream(image, `${imageEntries(picture, 8)}${decode}/Filter/DCTDecode`, jpeg);
      addPage(image, size, orientation);
    },
    addSamples: (deflated, picture, size) => {
      const image = allocate();
      const colours = picture.colour === 'DeviceGray' ? 1 : 3;
      const predictor = `/DecodeParms<</Predictor 15/Colors ${colours}/BitsPerComponent ${picture.bits}/Columns ${picture.widthPx}>>`;
      const entries = imageEntries(picture, picture.bits) + (picture.predicted === true ? predictor : '');
      writer.writeStream(image, `${entries}/Filter/FlateDecode`, deflated);
      addPage(image, size, 1);
    },
    finish: async () => {
      const kids = pages.map((page) => `${page} 0 R`).join(' ');
      writer.writeObject(tree, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
      writer.writeObject(catalog, `<</Type/Catalog/Pages ${tree} 0 R>>`);
      const info = allocate();
      writer.writeObject(info, '<<>>');
      await writer.finish({ root: catalog, info }, allocate);
      open = false;
    },
    close: () => {
      if (open) writer.abandon();
      open = false;
    },
  };
}
