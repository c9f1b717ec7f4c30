import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Pdfium } from './loadPdfium.ts';

/** A PDF that PDFium has open. `document` is PDFium's handle. */
export type PdfFile = {
  readonly pdfium: Pdfium;
  readonly document: number;
  readonly pageCount: number;
  /** True when the file carries an encryption dictionary (an empty password may open it). */
  readonly encrypted: boolean;
  /** Paints the form fields of a page into it, once; PDFium's renderer leaves them out. */
  readonly paintForm: (index: number) => void;
  readonly close: () => void;
};

export type OpenPdfOutcome =
  | { readonly ok: true; readonly file: PdfFile }
  | { readonly ok: false; readonly code: 'file-encrypted' | 'file-damaged' | 'file-too-large' };

const FPDF_ERR_PASSWORD = 4;
const FPDF_ERR_SECURITY = 5;
/** `FLAT_NORMALDISPLAY`: as on the screen. */
const NORMAL_DISPLAY = 0;
/** PDFium's file length is an unsigned 32-bit number. */
const MAX_BYTES = 0xffff_ffff;

/**
 * Opens a PDF by path, or from bytes in memory (an OFD drawn as one). PDFium asks for the pieces it needs, so a
 * file of hundreds of megabytes is never held in memory as a whole.
 * @param password tried as user password; the empty one opens files that are only restricted
 */
export function openPdfFile(pdfium: Pdfium, from: string | Uint8Array, password = ''): OpenPdfOutcome {
  const { api } = pdfium;
  const source = typeof from === 'string' ? openPath(from) : openBytes(from);
  const { size } = source;
  if (size > MAX_BYTES) {
    source.close();
    return { ok: false, code: 'file-too-large' };
  }
  const readBlock = pdfium.addFunction((_param, position, buffer, length) => {
    // 32-bit values arrive signed: offsets above 2 GB would be negative.
    const wanted = length >>> 0;
    return source.read(pdfium.heap(), buffer >>> 0, wanted, position >>> 0) === wanted ? 1 : 0;
  }, 'iiiii');
  const access = api.pdfium.wasmExports.malloc(12);
  const view = pdfium.view();
  view.setUint32(access, size, true);
  view.setUint32(access + 4, readBlock, true);
  view.setUint32(access + 8, 0, true);
  const document = api.FPDF_LoadCustomDocument(access, password);
  const release = (): void => {
    pdfium.removeFunction(readBlock);
    api.pdfium.wasmExports.free(access);
    source.close();
  };
  if (document === 0) {
    const error = api.FPDF_GetLastError();
    release();
    const locked = error === FPDF_ERR_PASSWORD || error === FPDF_ERR_SECURITY;
    return { ok: false, code: locked ? 'file-encrypted' : 'file-damaged' };
  }
  const form = openForm(pdfium, document);
  return {
    ok: true,
    file: {
      pdfium,
      paintForm: form.paint,
      document,
      pageCount: api.FPDF_GetPageCount(document),
      encrypted: api.FPDF_GetSecurityHandlerRevision(document) !== -1,
      close: () => {
        form.close();
        api.FPDF_CloseDocument(document);
        release();
      },
    },
  };
}

type Source = {
  readonly size: number;
  /** Bytes that were copied. */
  readonly read: (target: Uint8Array, at: number, length: number, position: number) => number;
  readonly close: () => void;
};

function openPath(path: string): Source {
  const fd = openSync(path, 'r');
  return {
    size: fstatSync(fd).size,
    read: (target, at, length, position) => readSync(fd, target, at, length, position),
    close: () => closeSync(fd),
  };
}

function openBytes(bytes: Uint8Array): Source {
  return {
    size: bytes.length,
    read: (target, at, length, position) => {
      const piece = bytes.subarray(position, position + length);
      target.set(piece, at);
      return piece.length;
    },
    close: () => undefined,
  };
}

type Form = { readonly paint: (index: number) => void; readonly close: () => void };

/** Form fields are drawn by a part of PDFium of its own, which also makes appearances that a file lacks. */
function openForm({ api }: Pdfium, document: number): Form {
  if (api.FPDF_GetFormType(document) === 0) return { paint: () => undefined, close: () => undefined };
  const info = api.PDFiumExt_OpenFormFillInfo();
  const form = api.PDFiumExt_InitFormFillEnvironment(document, info);
  const painted = new Set<number>();
  return {
    paint: (index) => {
      if (painted.has(index)) return;
      painted.add(index);
      const page = api.FPDF_LoadPage(document, index);
      if (page === 0) return;
      api.FORM_OnAfterLoadPage(page, form);
      api.FPDFPage_Flatten(page, NORMAL_DISPLAY);
      api.FORM_OnBeforeClosePage(page, form);
      api.FPDF_ClosePage(page);
    },
    close: () => {
      api.PDFiumExt_ExitFormFillEnvironment(form);
      api.PDFiumExt_CloseFormFillInfo(info);
    },
  };
}

/** Runs with one page open; undefined when PDFium cannot load it. `page` is PDFium's handle. */
export function withPage<T>(file: PdfFile, index: number, use: (page: number) => T): T | undefined {
  file.paintForm(index);
  const page = file.pdfium.api.FPDF_LoadPage(file.document, index);
  if (page === 0) return undefined;
  try {
    return use(page);
  } finally {
    file.pdfium.api.FPDF_ClosePage(page);
  }
}

/** Size of an open page as it is shown (crop box, /Rotate honoured), in points. */
export function pageSizePt(
  pdfium: Pdfium,
  page: number,
): { readonly width: number; readonly height: number } {
  return { width: pdfium.api.FPDF_GetPageWidthF(page), height: pdfium.api.FPDF_GetPageHeightF(page) };
}
