import { loadPdfium } from '../../main/intake/pdfium/loadPdfium.ts';
import { openPdfFile, pageSizePt, withPage } from '../../main/intake/pdfium/openPdfFile.ts';
import { renderPage } from '../../main/intake/pdfium/renderPage.ts';

/** A page as it is drawn, asked in millimetres. */
export type DrawnPixels = {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** Part of the pixels in a rectangle that are not white, from 0 to 1. */
  readonly ink: (x: number, y: number, width: number, height: number) => number;
  /** Red, green and blue at a point. */
  readonly at: (x: number, y: number) => readonly [number, number, number];
};

/** 10 pixels a millimetre. */
const SCALE = 10;
const MM = 25.4 / 72;

/** Draws a page of a PDF with PDFium. @param page from 1 */
export async function pdfPixels(pdf: Uint8Array, page = 1): Promise<DrawnPixels> {
  const pdfium = await loadPdfium();
  const opened = openPdfFile(pdfium, pdf);
  if (!opened.ok) throw new Error(opened.code);
  try {
    const drawn = withPage(opened.file, page - 1, (handle) => {
      const size = pageSizePt(pdfium, handle);
      const scale = SCALE * MM;
      const picture = renderPage(
        pdfium,
        handle,
        { width: size.width * scale, height: size.height * scale },
        { a: scale, b: 0, c: 0, d: scale, e: 0, f: 0 },
      );
      return { picture, size };
    });
    if (drawn === undefined) throw new Error(`no page ${page}`);
    const { picture, size } = drawn;
    const at = (x: number, y: number): readonly [number, number, number] => {
      const start = (Math.floor(y) * picture.width + Math.floor(x)) * 3;
      return [picture.rgb[start] ?? 255, picture.rgb[start + 1] ?? 255, picture.rgb[start + 2] ?? 255];
    };
    return {
      width: size.width * MM,
      height: size.height * MM,
      at: (x, y) => at(x * SCALE, y * SCALE),
      ink: (x, y, width, height) => {
        let dark = 0;
        let all = 0;
        for (let row = y * SCALE; row < (y + height) * SCALE; row += 1)
          for (let column = x * SCALE; column < (x + width) * SCALE; column += 1) {
            all += 1;
            if (Math.min(...at(column, row)) < 200) dark += 1;
          }
        return dark / all;
      },
    };
  } finally {
    opened.file.close();
  }
}
