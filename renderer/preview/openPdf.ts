import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';

let worker: PDFWorker | null = null;

function sharedWorker(): PDFWorker {
  if (worker !== null && !worker.destroyed) return worker;
  const port = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' });
  worker = PDFWorker.create({ port });
  return worker;
}

/**
 * Opens a PDF of our own making to draw its pages. Everything it needs is in it: no font, no character map and no
 * code is fetched. @param bytes handed over; not to be used afterwards
 */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes,
    worker: sharedWorker(),
    verbosity: 0,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
  }).promise;
}
