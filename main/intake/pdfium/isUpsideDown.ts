import type { PdfFile } from './openPdfFile.ts';

/** So many characters tell the direction; a page of a million is not asked for all. */
const ASKED = 200;
/** Fewer are a page number or a stamp, which may stand any way. */
const FEWEST = 8;
const NEAR = 0.1;

/**
 * Whether most characters of an open page stand on their heads as the page is shown (/Rotate honoured). Scans have no
 * characters and are never judged.
 * @param page PDFium's handle
 */
export function isUpsideDown({ pdfium: { api } }: PdfFile, page: number): boolean {
  const text = api.FPDFText_LoadPage(page);
  if (text === 0) return false;
  try {
    const count = api.FPDFText_CountChars(text);
    const step = Math.max(1, Math.floor(count / ASKED));
    const turned = (api.FPDFPage_GetRotation(page) * Math.PI) / 2;
    let [asked, upset] = [0, 0];
    for (let index = 0; index < count; index += step) {
      // Spaces and line ends are PDFium's own inventions and have no angle.
      if (api.FPDFText_GetUnicode(text, index) <= 0x20) continue;
      asked += 1;
      // The angle is clockwise, as /Rotate is: atan2(c, a) of the text matrix.
      if (Math.cos(api.FPDFText_GetCharAngle(text, index) + turned) < -1 + NEAR) upset += 1;
    }
    return asked >= FEWEST && upset > asked / 2;
  } finally {
    api.FPDFText_ClosePage(text);
  }
}
