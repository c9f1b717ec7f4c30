import { writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { loadPdfium, type Pdfium } from '../../intake/pdfium/loadPdfium.ts';
import { openPdfFile, type PdfFile, withPage } from '../../intake/pdfium/openPdfFile.ts';
import { renderPage } from '../../intake/pdfium/renderPage.ts';
import type { Converted, importOperation } from './bindOperations.ts';
import { openProblem, unreadable } from './bindProblems.ts';
import { MAX_PAGES } from './listPages.ts';

const FLATTEN_FAILED = 0;
const NORMAL_DISPLAY = 0;
const PAGES_AT_ONCE = 50;

/**
 * Has PDFium write the file's pages into a new document: damaged tables, encryption without
 * a password and odd structures are gone afterwards, and annotations and form fields are
 * part of the pages.
 */
export async function importPdf(
  { path, out }: z.output<typeof importOperation.input>,
  report: (progress: { page: number }) => void,
): Promise<Converted> {
  const pdfium = await loadPdfium();
  const opened = openPdfFile(pdfium, path);
  if (!opened.ok) return { ok: false, problem: openProblem(opened.code) };
  const { file } = opened;
  try {
    if (file.pageCount < 1 || file.pageCount > MAX_PAGES)
      return { ok: false, problem: unreadable('文件的页数不可信') };
    for (let index = 0; index < file.pageCount; index++) {
      if (!flatten(file, index)) return { ok: false, problem: unreadable(`第 ${index + 1} 页无法读取`) };
      report({ page: index });
    }
    writeFileSync(out, importAll(pdfium, file, report));
    return { ok: true, pages: file.pageCount, problems: [] };
  } finally {
    file.close();
  }
}

function flatten(file: PdfFile, index: number): boolean {
  const done = withPage(file, index, (page) => {
    // Rendering makes PDFium draw the appearances that a form leaves to the viewer.
    renderPage(file.pdfium, page, { width: 8, height: 8 }, { a: 0.01, b: 0, c: 0, d: 0.01, e: 0, f: 0 });
    return file.pdfium.api.FPDFPage_Flatten(page, NORMAL_DISPLAY) !== FLATTEN_FAILED;
  });
  return done === true;
}

function importAll(pdfium: Pdfium, file: PdfFile, report: (progress: { page: number }) => void): Uint8Array {
  const { api } = pdfium;
  const target = api.FPDF_CreateNewDocument();
  try {
    for (let start = 0; start < file.pageCount; start += PAGES_AT_ONCE) {
      const count = Math.min(PAGES_AT_ONCE, file.pageCount - start);
      const done = pdfium.withMemory(count * 4, (pointer) => {
        const view = pdfium.view();
        for (let index = 0; index < count; index++) view.setInt32(pointer + index * 4, start + index, true);
        return api.FPDF_ImportPagesByIndex(target, file.document, pointer, count, start);
      });
      if (!done) throw new Error(`PDFium could not import pages ${start + 1} to ${start + count}`);
      report({ page: start });
    }
    return save(pdfium, target);
  } finally {
    api.FPDF_CloseDocument(target);
  }
}

function save(pdfium: Pdfium, document: number): Uint8Array {
  const { api } = pdfium;
  const writer = api.PDFiumExt_OpenFileWriter();
  try {
    api.PDFiumExt_SaveAsCopy(document, writer);
    const size = api.PDFiumExt_GetFileWriterSize(writer);
    if (size === 0) throw new Error('PDFium wrote nothing');
    return pdfium.withMemory(size, (pointer) => {
      api.PDFiumExt_GetFileWriterData(writer, pointer, size);
      return pdfium.heap().slice(pointer, pointer + size);
    });
  } finally {
    api.PDFiumExt_CloseFileWriter(writer);
  }
}
