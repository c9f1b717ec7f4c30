import { assertNever } from '../../shared/assertNever.ts';
import type { FileProblem } from '../../shared/entities/attachment.ts';
import { FILE_PROBLEMS } from './fileProblems.ts';
import { NO_FACTS, type PageFacts } from './inspection.ts';
import { pageMarks } from './pageMarks.ts';
import { isUpsideDown } from './pdfium/isUpsideDown.ts';
import { loadPdfium } from './pdfium/loadPdfium.ts';
import { openPdfFile, type PdfFile, pageSizePt, withPage } from './pdfium/openPdfFile.ts';
import { renderPage } from './pdfium/renderPage.ts';
import { printedDpi } from './printedDpi.ts';

/** More pages than a bound volume can hold. */
export const MAX_PAGES = 20_000;
const RENDER_DPI = 20;
/** Longest side of a rendering in pixels, for pages of absurd size. */
const MAX_SIDE = 400;
const MM = 25.4 / 72;
const IMAGE = 3;
/** Smaller pictures are logos and seals; their resolution says nothing about the page. */
const PAGE_FILLING = 0.25;
/** A drawing may have a million objects; scans have a handful. */
const MAX_OBJECTS = 2_000;

/**
 * Opens a PDF with PDFium: pages, sizes, passwords, blank, coloured and upside-down pages, resolution of its scans.
 * @param from absolute path, or the bytes themselves
 */
export async function inspectPdf(
  from: string | Uint8Array,
  render: boolean,
  onPage: (page: number) => void,
): Promise<PageFacts> {
  const pdfium = await loadPdfium();
  const opened = openPdfFile(pdfium, from);
  if (!opened.ok)
    return { ...NO_FACTS, encrypted: opened.code === 'file-encrypted', problems: [pdfRefusal(opened.code)] };
  const { file } = opened;
  try {
    const { pageCount, encrypted } = file;
    if (pageCount < 1) return { ...NO_FACTS, encrypted, problems: [FILE_PROBLEMS.noPages()] };
    if (pageCount > MAX_PAGES)
      return { ...NO_FACTS, encrypted, problems: [FILE_PROBLEMS.tooManyPages(pageCount)] };
    return inspectPages(file, render, onPage);
  } finally {
    file.close();
  }
}

/** Why a file could not be opened, in words. */
export function pdfRefusal(code: 'file-encrypted' | 'file-damaged' | 'file-too-large'): FileProblem {
  switch (code) {
    case 'file-encrypted':
      return FILE_PROBLEMS.encrypted();
    case 'file-damaged':
      return FILE_PROBLEMS.damaged('无法打开');
    case 'file-too-large':
      return FILE_PROBLEMS.tooLarge(4096);
    default:
      return assertNever(code);
  }
}

function inspectPages(file: PdfFile, render: boolean, onPage: (page: number) => void): PageFacts {
  const { pageCount, encrypted } = file;
  const pageSizesMm: { width: number; height: number }[] = [];
  const [blankPages, lost, upset]: [number[], number[], number[]] = [[], [], []];
  let [colourPages, dpi]: [number, number | null] = [0, null];
  for (let index = 0; index < pageCount; index++) {
    const found = withPage(file, index, (page) => inspectPage(file, page, render));
    onPage(index);
    if (found === undefined) {
      lost.push(index + 1);
      continue;
    }
    pageSizesMm.push({ width: round(found.width * MM), height: round(found.height * MM) });
    if (found.blank) blankPages.push(index + 1);
    if (found.upsideDown) upset.push(index + 1);
    if (found.colour) colourPages += 1;
    if (found.dpi !== null) dpi = Math.min(dpi ?? found.dpi, found.dpi);
  }
  const problems: FileProblem[] = [];
  if (lost.length > 0) problems.push(FILE_PROBLEMS.damaged(`第 ${lost.slice(0, 8).join('、')} 页无法读取`));
  if (encrypted) problems.push(FILE_PROBLEMS.restricted());
  if (blankPages.length > 0) problems.push(FILE_PROBLEMS.blankPages(blankPages));
  if (upset.length > 0) problems.push(FILE_PROBLEMS.upsideDown(upset));
  return {
    pages: pageCount,
    pageSizesMm,
    encrypted,
    blankPages,
    dpi,
    colourPages: render ? colourPages : null,
    problems,
  };
}

function inspectPage(file: PdfFile, page: number, render: boolean) {
  const { pdfium } = file;
  const { width, height } = pageSizePt(pdfium, page);
  const dpi = pictureDpi(file, page, width, height);
  const upsideDown = isUpsideDown(file, page);
  if (!render) return { width, height, dpi, upsideDown, blank: false, colour: false };
  const scale = Math.min(RENDER_DPI / 72, MAX_SIDE / Math.max(width, height, 1));
  const size = { width: width * scale, height: height * scale };
  const picture = renderPage(pdfium, page, size, { a: scale, b: 0, c: 0, d: scale, e: 0, f: 0 });
  return { width, height, dpi, upsideDown, ...pageMarks(picture) };
}

/** Least resolution of the pictures that fill a good part of the page, as printed on A4. */
function pictureDpi(file: PdfFile, page: number, width: number, height: number): number | null {
  const { pdfium } = file;
  const { api } = pdfium;
  let least: number | null = null;
  const count = Math.min(api.FPDFPage_CountObjects(page), MAX_OBJECTS);
  for (let index = 0; index < count; index++) {
    const object = api.FPDFPage_GetObject(page, index);
    if (api.FPDFPageObj_GetType(object) !== IMAGE) continue;
    const dpi = pdfium.withMemory(32, (pointer): number | null => {
      if (!api.FPDFImageObj_GetImagePixelSize(object, pointer, pointer + 4)) return null;
      if (!api.FPDFPageObj_GetMatrix(object, pointer + 8)) return null;
      const view = pdfium.view();
      const [pixelsX, pixelsY] = [view.getUint32(pointer, true), view.getUint32(pointer + 4, true)];
      const [a, b, c, d] = [8, 12, 16, 20].map((offset) => view.getFloat32(pointer + offset, true));
      const [w, h] = [Math.hypot(a ?? 0, b ?? 0), Math.hypot(c ?? 0, d ?? 0)];
      if (w * h < PAGE_FILLING * width * height) return null;
      return printedDpi(Math.min(pixelsX / w, pixelsY / h) * 72, width, height);
    });
    if (dpi !== null) least = Math.min(least ?? dpi, dpi);
  }
  return least;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
