import type { Pdfium } from './loadPdfium.ts';

/** An RGB picture, 3 bytes a pixel, rows from the top, no padding. */
export type Picture = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

/** Maps the shown page (points, y down from its top left corner) to pixels: x' = a·x + c·y + e. */
export type PixelMatrix = {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
};

/** Annotations and form fields are part of what is bound. */
const FPDF_ANNOT = 0x01;
const FPDFBITMAP_BGR = 2;
/** One picture never takes more than this many pixels (an A3 at 300 dpi is 17 million). */
const MAX_PIXELS = 60_000_000;

/** Renders an open page on white through a matrix; annotations included, without form highlights. */
export function renderPage(
  pdfium: Pdfium,
  page: number,
  size: { readonly width: number; readonly height: number },
  matrix: PixelMatrix,
): Picture {
  const { api } = pdfium;
  const width = Math.max(1, Math.round(size.width));
  const height = Math.max(1, Math.round(size.height));
  if (width * height > MAX_PIXELS) throw new Error(`picture of ${width} x ${height} pixels refused`);
  const bitmap = api.FPDFBitmap_CreateEx(width, height, FPDFBITMAP_BGR, 0, 0);
  if (bitmap === 0) throw new Error(`no memory for a picture of ${width} x ${height} pixels`);
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium.withMemory(40, (pointer) => {
      const view = pdfium.view();
      const { a, b, c, d, e, f } = matrix;
      [a, b, c, d, e, f].forEach((value, index) => {
        view.setFloat32(pointer + index * 4, value, true);
      });
      [0, 0, width, height].forEach((value, index) => {
        view.setFloat32(pointer + 24 + index * 4, value, true);
      });
      api.FPDF_RenderPageBitmapWithMatrix(bitmap, page, pointer, pointer + 24, FPDF_ANNOT);
    });
    const stride = api.FPDFBitmap_GetStride(bitmap);
    const start = api.FPDFBitmap_GetBuffer(bitmap);
    return { width, height, rgb: toRgb(pdfium.heap(), start, stride, width, height) };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}

function toRgb(heap: Uint8Array, start: number, stride: number, width: number, height: number): Uint8Array {
  const rgb = new Uint8Array(width * height * 3);
  let to = 0;
  for (let y = 0; y < height; y++) {
    let from = start + y * stride;
    for (let x = 0; x < width; x++, from += 3, to += 3) {
      rgb[to] = heap[from + 2] ?? 0;
      rgb[to + 1] = heap[from + 1] ?? 0;
      rgb[to + 2] = heap[from] ?? 0;
    }
  }
  return rgb;
}
