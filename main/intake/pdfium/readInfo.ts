import type { PdfFile } from './openPdfFile.ts';

/** Longest value that is read, in bytes of UTF-16. */
const LONGEST = 4096;

/** A key of the PDF's information dictionary as text; empty when it is missing. Keys of one's own are read too. */
export function readInfo({ pdfium, document }: PdfFile, key: string): string {
  return pdfium.withMemory(LONGEST, (pointer) => {
    const bytes = pdfium.api.FPDF_GetMetaText(document, key, pointer, LONGEST);
    // The length counts the closing zero; longer values are not written at all.
    if (bytes < 4 || bytes > LONGEST) return '';
    return Buffer.from(pdfium.heap().slice(pointer, pointer + bytes - 2))
      .toString('utf16le')
      .trim();
  });
}
