import type { z } from 'zod';
import { loadPdfium, type Pdfium } from '../../intake/pdfium/loadPdfium.ts';
import { openPdfFile, type PdfFile, pageSizePt, withPage } from '../../intake/pdfium/openPdfFile.ts';
import { type Picture, type PixelMatrix, renderPage } from '../../intake/pdfium/renderPage.ts';
import type { guardOperation } from './bindOperations.ts';
import { comparePictures } from './comparePictures.ts';
import type { BoundPage } from './mergeOperation.ts';
import { picturePage, samePicturePage } from './picturePage.ts';
import { A4 } from './placePage.ts';

type Input = z.output<typeof guardOperation.input>;
type Output = z.output<typeof guardOperation.output>;

/** 20 dpi is what the study of 1,544 files used; a line of text still leaves marks. */
const SCALE = 20 / 72;

let bundle: { readonly stamp: string; readonly file: PdfFile } | undefined;

/**
 * Compares every bound page with its source by rendering both small in another engine than
 * the one that copied them. A page that is nothing but pictures is the same when the bytes
 * of its pictures are the same and lie at the same place; the first page of each size is
 * rendered all the same, since only a rendering proves that nothing is clipped away.
 */
export async function guardPages(
  input: Input,
  report: (progress: { page: number }) => void,
): Promise<Output> {
  const pdfium = await loadPdfium();
  const bound = openBundle(pdfium, input.bundlePath, input.bundleStamp);
  const opened = openPdfFile(pdfium, input.sourcePath);
  if (!opened.ok) return { ok: false, detail: `source: ${opened.code}` };
  const { file } = opened;
  try {
    const omitted = new Set(input.omitPages.filter((page) => page <= file.pageCount)).size;
    const expected = file.pageCount - omitted;
    if (expected !== input.pages.length)
      return { ok: false, detail: `${input.pages.length} pages bound of ${expected}` };
    let rendered = 0;
    let identical = 0;
    const seenSizes = new Set<string>();
    for (const page of input.pages) {
      const size = `${page.target.width.toFixed(2)} ${page.target.height.toFixed(2)} ${page.turn}`;
      if (seenSizes.has(size) && sameBytes(file, bound, page)) identical += 1;
      else {
        seenSizes.add(size);
        const detail = renderedAlike(file, bound, page);
        if (detail !== undefined) return { ok: false, detail: `page ${page.sourceIndex + 1}: ${detail}` };
        rendered += 1;
      }
      report({ page: page.sourceIndex });
    }
    return { ok: true, rendered, identical };
  } finally {
    file.close();
  }
}

/** The bundle stays open from file to file: reading its cross-reference table each time would cost more. */
function openBundle(pdfium: Pdfium, path: string, stamp: string): PdfFile {
  if (bundle?.stamp === stamp) return bundle.file;
  bundle?.file.close();
  bundle = undefined;
  const opened = openPdfFile(pdfium, path);
  if (!opened.ok) throw new Error(`the bundle cannot be opened: ${opened.code}`);
  bundle = { stamp, file: opened.file };
  return opened.file;
}

function sameBytes(source: PdfFile, bound: PdfFile, page: BoundPage): boolean {
  const before = withPage(source, page.sourceIndex, (handle) => picturePage(source.pdfium, handle, false));
  if (before === undefined || !before.ok) return false;
  const after = withPage(bound, page.outIndex, (handle) => picturePage(bound.pdfium, handle, true));
  const matrix = shownMatrix(before, page, 1);
  return after?.ok === true && samePicturePage(before, after, matrix);
}

function renderedAlike(source: PdfFile, bound: PdfFile, page: BoundPage): string | undefined {
  const size = { width: A4.width * SCALE, height: A4.height * SCALE };
  const expected = withPage(source, page.sourceIndex, (handle): Picture => {
    const matrix = shownMatrix(pageSizePt(source.pdfium, handle), page, SCALE);
    return renderPage(source.pdfium, handle, size, matrix);
  });
  if (expected === undefined) return 'the source page cannot be loaded';
  const actual = withPage(bound, page.outIndex, (handle): Picture => {
    const matrix = { a: SCALE, b: 0, c: 0, d: SCALE, e: 0, f: 0 };
    return renderPage(bound.pdfium, handle, size, matrix);
  });
  if (actual === undefined) return 'the bound page cannot be loaded';
  const { x, y, width, height } = page.target;
  const area = { x: x * SCALE, y: y * SCALE, width: width * SCALE, height: height * SCALE };
  return comparePictures(expected, actual, area);
}

/** From the shown source page (points, y down) to its place on A4, times `scale`. */
function shownMatrix(
  shown: { readonly width: number; readonly height: number },
  { turn, target }: BoundPage,
  scale: number,
): PixelMatrix {
  const lying = turn === 90 || turn === 270;
  const sx = (target.width / (lying ? shown.height : shown.width)) * scale;
  const sy = (target.height / (lying ? shown.width : shown.height)) * scale;
  const [e, f] = [target.x * scale, target.y * scale];
  if (turn === 90) return { a: 0, b: sy, c: -sx, d: 0, e: e + shown.height * sx, f };
  if (turn === 180) return { a: -sx, b: 0, c: 0, d: -sy, e: e + shown.width * sx, f: f + shown.height * sy };
  if (turn === 270) return { a: 0, b: -sy, c: sx, d: 0, e, f: f + shown.width * sy };
  return { a: sx, b: 0, c: 0, d: sy, e, f };
}
