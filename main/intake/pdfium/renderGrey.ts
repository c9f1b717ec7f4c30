import type { GreyPicture } from '../qr/greyPicture.ts';
import type { Pdfium } from './loadPdfium.ts';
import type { ShownBox } from './shownPage.ts';

const FPDFBITMAP_GRAY = 1;
/** As `renderPage`: what is printed over a page belongs to it. */
const FPDF_ANNOT = 0x01;
const FPDF_GRAYSCALE = 0x08;
const MAX_PIXELS = 40_000_000;

/**
 * A part of an open page in grey, on white.
 * @param scale pixels a point; a larger one than fits into 40 million pixels is made smaller
 */
export function renderGrey(
  pdfium: Pdfium,
  page: number,
  area: ShownBox,
  scale: number,
): GreyPicture & { readonly scale: number } {
  const { api } = pdfium;
  const [wide, high] = [Math.max(area.right - area.left, 1), Math.max(area.bottom - area.top, 1)];
  const fitting = Math.min(scale, Math.sqrt(MAX_PIXELS / (wide * high)));
  const width = Math.max(1, Math.round(wide * fitting));
  const height = Math.max(1, Math.round(high * fitting));
  const bitmap = api.FPDFBitmap_CreateEx(width, height, FPDFBITMAP_GRAY, 0, 0);
  if (bitmap === 0) throw new Error(`no memory for a picture of ${width} x ${height} pixels`);
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium.withMemory(40, (pointer) => {
      const view = pdfium.view();
      const matrix = [fitting, 0, 0, fitting, -area.left * fitting, -area.top * fitting];
      for (const [index, value] of [...matrix, 0, 0, width, height].entries()) {
        view.setFloat32(pointer + index * 4, value, true);
      }
      api.FPDF_RenderPageBitmapWithMatrix(bitmap, page, pointer, pointer + 24, FPDF_ANNOT | FPDF_GRAYSCALE);
    });
    const stride = api.FPDFBitmap_GetStride(bitmap);
    const start = api.FPDFBitmap_GetBuffer(bitmap);
    const heap = pdfium.heap();
    const grey = new Uint8Array(width * height);
    for (let y = 0; y < height; y++)
      grey.set(heap.subarray(start + y * stride, start + y * stride + width), y * width);
    return { width, height, grey, scale: fitting };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}
