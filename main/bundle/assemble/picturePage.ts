import { createHash } from 'node:crypto';
import type { Pdfium } from '../../intake/pdfium/loadPdfium.ts';
import { pageSizePt } from '../../intake/pdfium/openPdfFile.ts';
import type { PixelMatrix } from '../../intake/pdfium/renderPage.ts';

/** A page that shows nothing but opaque JPEG pictures (a scan), and where they lie on it. */
export type PicturePage = {
  readonly ok: true;
  readonly width: number;
  readonly height: number;
  readonly pictures: readonly ShownPicture[];
};

type ShownPicture = {
  readonly sha256: string;
  /** Pixel size, bits and colour space. */
  readonly format: string;
  /** Corners of the unit square on the shown page: points, y down. */
  readonly corners: readonly (readonly [number, number])[];
};

const [TEXT, IMAGE, FORM] = [1, 3, 5];
const MAX_PICTURES = 16;
const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
] as const;

/**
 * Describes an open page if it is made of JPEG pictures only; else `ok: false`.
 * @param stamped a bound page: the texts before its pictures are its stamps, a form after them the watermark
 */
export function picturePage(
  pdfium: Pdfium,
  page: number,
  stamped: boolean,
): PicturePage | { readonly ok: false } {
  const { api } = pdfium;
  const typeAt = (index: number): number => api.FPDFPageObj_GetType(api.FPDFPage_GetObject(page, index));
  let count = api.FPDFPage_CountObjects(page);
  let first = 0;
  if (stamped) {
    while (first < count && typeAt(first) === TEXT) first += 1;
    if (count > first && typeAt(count - 1) === FORM) count -= 1;
  }
  if (count === first || count > MAX_PICTURES || api.FPDFPage_GetAnnotCount(page) > 0) return { ok: false };
  const { width, height } = pageSizePt(pdfium, page);
  const pictures: ShownPicture[] = [];
  for (let index = first; index < count; index++) {
    const object = api.FPDFPage_GetObject(page, index);
    if (api.FPDFPageObj_GetType(object) !== IMAGE || api.FPDFPageObj_HasTransparency(object))
      return { ok: false };
    const picture = shownPicture(pdfium, page, object, width, height);
    if (picture === undefined) return { ok: false };
    pictures.push(picture);
  }
  return { ok: true, width, height, pictures };
}

/** Same bytes, same format, same place once `before` is moved by `matrix` (shown page to A4, points). */
export function samePicturePage(before: PicturePage, after: PicturePage, matrix: PixelMatrix): boolean {
  const { a, b, c, d, e, f } = matrix;
  return (
    before.pictures.length === after.pictures.length &&
    before.pictures.every((picture, index) => {
      const other = after.pictures[index];
      if (other?.sha256 !== picture.sha256 || other.format !== picture.format) return false;
      return picture.corners.every(([x, y], corner) => {
        const [X, Y] = other.corners[corner] ?? [Number.NaN, Number.NaN];
        return Math.abs(a * x + c * y + e - X) < 1 && Math.abs(b * x + d * y + f - Y) < 1;
      });
    })
  );
}

function shownPicture(
  pdfium: Pdfium,
  page: number,
  object: number,
  width: number,
  height: number,
): ShownPicture | undefined {
  const { api } = pdfium;
  if (filterOf(pdfium, object) !== 'DCTDecode') return undefined;
  const length = api.FPDFImageObj_GetImageDataRaw(object, 0, 0);
  if (length === 0) return undefined;
  const sha256 = pdfium.withMemory(length, (pointer) => {
    api.FPDFImageObj_GetImageDataRaw(object, pointer, length);
    return createHash('sha256')
      .update(pdfium.heap().subarray(pointer, pointer + length))
      .digest('hex');
  });
  return pdfium.withMemory(64, (pointer) => {
    // FPDF_IMAGEOBJ_METADATA: width, height, two dpi values, bits per pixel, colour space, mark.
    if (!api.FPDFImageObj_GetImageMetadata(object, page, pointer)) return undefined;
    const view = pdfium.view();
    const format = [0, 4, 16, 20].map((offset) => view.getInt32(pointer + offset, true)).join(' ');
    if (!api.FPDFPageObj_GetMatrix(object, pointer)) return undefined;
    const values = [0, 4, 8, 12, 16, 20].map((offset) => pdfium.view().getFloat32(pointer + offset, true));
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
    const corners = CORNERS.map(([x, y]) =>
      toShown(pdfium, page, [a * x + c * y + e, b * x + d * y + f], width, height),
    );
    return { sha256, format, corners };
  });
}

function filterOf(pdfium: Pdfium, object: number): string | undefined {
  const { api } = pdfium;
  if (api.FPDFImageObj_GetImageFilterCount(object) !== 1) return undefined;
  return pdfium.withMemory(64, (pointer) => {
    const length = api.FPDFImageObj_GetImageFilter(object, 0, pointer, 64);
    return Buffer.from(pdfium.heap().subarray(pointer, pointer + Math.max(0, length - 1))).toString('latin1');
  });
}

/** Page space to the shown page: PDFium maps to whole device units, so hundredths of a point are asked for. */
function toShown(
  pdfium: Pdfium,
  page: number,
  [x, y]: readonly [number, number],
  width: number,
  height: number,
): readonly [number, number] {
  return pdfium.withMemory(8, (pointer) => {
    const size = [Math.round(width * 100), Math.round(height * 100)] as const;
    pdfium.api.FPDF_PageToDevice(page, 0, 0, size[0], size[1], 0, x, y, pointer, pointer + 4);
    const view = pdfium.view();
    return [view.getInt32(pointer, true) / 100, view.getInt32(pointer + 4, true) / 100] as const;
  });
}
