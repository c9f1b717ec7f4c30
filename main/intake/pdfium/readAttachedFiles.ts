import type { PdfFile } from './openPdfFile.ts';

/** Files inside of a PDF that are looked at; invoices carry one or two. */
const MOST_FILES = 16;
/** The XML of an invoice has a few kilobytes. */
const LARGEST = 4 * 2 ** 20;

/** The small files inside of a PDF, as bytes; large ones are left out. */
export function readAttachedFiles({ pdfium, document }: PdfFile): Uint8Array[] {
  const { api } = pdfium;
  const count = Math.min(api.FPDFDoc_GetAttachmentCount(document), MOST_FILES);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const attachment = api.FPDFDoc_GetAttachment(document, index);
    if (attachment === 0) return null;
    const size = pdfium.withMemory(4, (pointer) =>
      api.FPDFAttachment_GetFile(attachment, 0, 0, pointer) ? pdfium.view().getUint32(pointer, true) : 0,
    );
    if (size === 0 || size > LARGEST) return null;
    return pdfium.withMemory(size + 4, (pointer) =>
      api.FPDFAttachment_GetFile(attachment, pointer, size, pointer + size)
        ? pdfium.heap().slice(pointer, pointer + size)
        : null,
    );
  }).filter((bytes) => bytes !== null);
}
