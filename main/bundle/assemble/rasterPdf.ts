import type { z } from 'zod';
import { loadPdfium } from '../../intake/pdfium/loadPdfium.ts';
import { openPdfFile, type PdfFile, pageSizePt, withPage } from '../../intake/pdfium/openPdfFile.ts';
import { renderPage } from '../../intake/pdfium/renderPage.ts';
import { sharp } from '../../intake/sharp.ts';
import type { Converted, rasterOperation } from './bindOperations.ts';
import { openProblem, unreadable } from './bindProblems.ts';
import { createPicturePdf } from './createPicturePdf.ts';
import { MAX_PAGES } from './listPages.ts';
import { placePage } from './placePage.ts';

const DPI = 200;
const QUALITY = 85;

/** The last resort before a placeholder: every page as a JPEG of 200 dpi, as PDFium shows it. */
export async function rasterPdf(
  { path, out, rotate }: z.output<typeof rasterOperation.input>,
  report: (progress: { page: number }) => void,
): Promise<Converted> {
  const pdfium = await loadPdfium();
  const opened = openPdfFile(pdfium, path);
  if (!opened.ok) return { ok: false, problem: openProblem(opened.code) };
  const { file } = opened;
  const pdf = createPicturePdf(out);
  try {
    if (file.pageCount < 1 || file.pageCount > MAX_PAGES)
      return { ok: false, problem: unreadable('文件的页数不可信') };
    for (let index = 0; index < file.pageCount; index++) {
      const page = pictureOf(file, index, rotate);
      if (page === undefined) return { ok: false, problem: unreadable(`第 ${index + 1} 页无法读取`) };
      const { picture, width, height } = page;
      const raw = { width: picture.width, height: picture.height, channels: 3 as const };
      const jpeg = await sharp(picture.rgb, { raw })
        .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
        .toBuffer();
      pdf.addJpeg(
        jpeg,
        { widthPx: raw.width, heightPx: raw.height, colour: 'DeviceRGB' },
        { width, height },
        1,
      );
      report({ page: index });
    }
    await pdf.finish();
    return {
      ok: true,
      pages: file.pageCount,
      problems: [
        {
          code: 'bound-as-picture',
          message: '文件含图层或不规范内容，已按 200 dpi 图像装订',
          severity: 'hint',
        },
      ],
    };
  } finally {
    pdf.close();
    file.close();
  }
}

function pictureOf(file: PdfFile, index: number, rotate: number): ReturnType<typeof renderAt> | undefined {
  return withPage(file, index, (page) => renderAt(file, page, rotate));
}

function renderAt(file: PdfFile, page: number, rotate: number) {
  const { width, height } = pageSizePt(file.pdfium, page);
  // The page comes as it is shown; the user's turn is made when it is bound.
  const geometry = { box: { x0: 0, y0: 0, x1: width, y1: height }, rotate: 0, userUnit: 1 };
  const { target, turn } = placePage(geometry, false, rotate);
  const bound = turn === 90 || turn === 270 ? target.height : target.width;
  const scale = ((bound / width) * DPI) / 72;
  const size = { width: width * scale, height: height * scale };
  const picture = renderPage(file.pdfium, page, size, { a: scale, b: 0, c: 0, d: scale, e: 0, f: 0 });
  return { picture, width, height };
}
