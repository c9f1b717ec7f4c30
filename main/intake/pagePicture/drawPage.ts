import type { Sharp } from 'sharp';
import { loadPdfium } from '../pdfium/loadPdfium.ts';
import { openPdfFile, type PdfFile, pageSizePt, withPage } from '../pdfium/openPdfFile.ts';
import { renderPage } from '../pdfium/renderPage.ts';
import { sniffFile } from '../sniffFile.ts';
import type { DrawnPage, NoPicture } from './drawPageOperation.ts';
import { encodePng } from './encodePng.ts';
import { ofdAsPdf } from './ofdAsPdf.ts';

type Asked = { readonly path: string; readonly page: number; readonly width: number };

/** A strip of a page is cut to this many times its width: nobody looks at more of it at once. */
const TALLEST = 4;
/** As the intake: A4 at 1,000 dpi has 97 million. */
const MOST_PIXELS = 150_000_000;
/** Up to this width a page of a PDF is told as PNG, for which sharp (half a second to start) is not needed. */
const SMALL_PX = 480;

const none = (why: NoPicture): DrawnPage => ({ ok: false, why });

/** The work of `drawPageOperation`, inside the child process. */
export async function drawPage(asked: Asked): Promise<DrawnPage> {
  switch ((await sniffFile(asked.path)).sniffedType) {
    case 'pdf':
      return drawPdfPage(asked.path, asked);
    case 'ofd': {
      const drawn = await ofdAsPdf(asked.path);
      return drawn.ok ? drawPdfPage(drawn.pdf, asked) : none(WHY[drawn.code]);
    }
    case 'jpeg':
    case 'png':
    case 'tiff':
    case 'webp':
      return drawPicture(asked);
    default:
      return none('no-pages');
  }
}

const WHY = {
  'file-encrypted': 'encrypted',
  'file-too-large': 'too-large',
  'file-damaged': 'damaged',
} as const;

async function drawPdfPage(from: string | Uint8Array, { page, width }: Asked): Promise<DrawnPage> {
  const pdfium = await loadPdfium();
  const opened = openPdfFile(pdfium, from);
  if (!opened.ok) return none(WHY[opened.code]);
  try {
    if (page > opened.file.pageCount) return none('no-such-page');
    const picture = withPage(opened.file, page - 1, (handle) => render(opened.file, handle, width));
    if (picture === undefined) return none('damaged');
    if (width <= SMALL_PX) return { ok: true, type: 'image/png', bytes: encodePng(picture) };
    const { sharp } = await import('../sharp.ts');
    const raw = { width: picture.width, height: picture.height, channels: 3 } as const;
    return jpegOf(sharp(picture.rgb, { raw }));
  } finally {
    opened.file.close();
  }
}

function render({ pdfium }: PdfFile, handle: number, width: number) {
  const page = pageSizePt(pdfium, handle);
  const scale = width / Math.max(page.width, 1);
  const size = { width, height: Math.min(page.height * scale, width * TALLEST) };
  return renderPage(pdfium, handle, size, { a: scale, b: 0, c: 0, d: scale, e: 0, f: 0 });
}

async function drawPicture({ path, page, width }: Asked): Promise<DrawnPage> {
  const { sharp } = await import('../sharp.ts');
  try {
    const { pages, format } = await sharp(path, { limitInputPixels: MOST_PIXELS }).metadata();
    if (page > (format === 'tiff' ? (pages ?? 1) : 1)) return none('no-such-page');
    // A picture cut short shows what there is: that tells more than a refusal.
    const options = { page: page - 1, limitInputPixels: MOST_PIXELS, failOn: 'none' } as const;
    const upright = sharp(path, options)
      .autoOrient()
      .resize({ width, height: width * TALLEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb');
    return await jpegOf(upright);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return none(/pixel limit|too large/i.test(said) ? 'too-large' : 'damaged');
  }
}

async function jpegOf(picture: Sharp): Promise<DrawnPage> {
  const bytes = await picture.jpeg({ quality: 86, chromaSubsampling: '4:4:4' }).toBuffer();
  return { ok: true, type: 'image/jpeg', bytes: new Uint8Array(bytes) };
}
