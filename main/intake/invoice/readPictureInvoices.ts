import { type FileReading, NOTHING_READ } from '../../../shared/entities/fileReading.ts';
import { FILE_PROBLEMS } from '../fileProblems.ts';
import { MAX_PAGES } from '../inspectPdf.ts';
import { decodeQr } from '../qr/decodeQr.ts';
import { type GreyPicture, toGrey } from '../qr/greyPicture.ts';
import { sharp } from '../sharp.ts';
import { gatherInvoices } from './gatherInvoices.ts';
import { pageProblems } from './pageProblems.ts';
import type { PageReading } from './pageReading.ts';
import { turnOf } from './qrOnPage.ts';

/** As the intake: A4 at 1,000 dpi has 97 million. */
const MAX_PIXELS = 150_000_000;
/** Larger pictures are made smaller first: a code of a page has pixels enough at 30 million. */
const LONGEST_SIDE = 6500;
/** Pages of a TIFF in a row without a code, after which the rest is taken for something else. */
const PAGES_WITHOUT = 20;
/** After so many the next ones are looked at less hard. */
const PAGES_HARD = 3;
const BUDGET_MS = 6000;

/**
 * The invoices of a photograph or a scan, by their QR codes alone: several codes are several invoices, a picture
 * without one gives an empty reading.
 * @param onPage called with the index of every page, from 0, when it was read
 */
export async function readPictureInvoices(
  path: string,
  onPage: (page: number) => void,
): Promise<FileReading> {
  try {
    const { pages: told, format } = await sharp(path, { limitInputPixels: MAX_PIXELS }).metadata();
    const count = format === 'tiff' ? (told ?? 1) : 1;
    if (count > MAX_PAGES) return { ...NOTHING_READ, problems: [FILE_PROBLEMS.tooManyPages(count)] };
    const pages: PageReading[] = [];
    for (let index = 0, without = 0; index < count && without < PAGES_WITHOUT; index++) {
      const page = await readPage(path, index, without >= PAGES_HARD);
      onPage(index);
      without = page.codes.length > 0 ? 0 : without + 1;
      pages.push(page);
    }
    return { ...NOTHING_READ, invoices: gatherInvoices(pages), problems: pageProblems(pages) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const tooLarge = /pixel limit|too large/i.test(text);
    const problem = tooLarge ? FILE_PROBLEMS.pictureTooLarge() : FILE_PROBLEMS.damaged('图片数据有错误');
    return { ...NOTHING_READ, problems: [problem] };
  }
}

async function readPage(path: string, index: number, quick: boolean): Promise<PageReading> {
  const picture = await greyPicture(path, index);
  const { width, height } = picture;
  const found = await decodeQr(picture, { budgetMs: BUDGET_MS, quick });
  const codes = found.map(({ text, corners: [a, b, c, d] }) => {
    const toPage = ({ x, y }: { readonly x: number; readonly y: number }) => ({
      x: x / width,
      y: y / height,
    });
    return { text, corners: [toPage(a), toPage(b), toPage(c), toPage(d)] as const };
  });
  const [code] = codes;
  const turned = code === undefined ? null : turnOf(code, width / height);
  return { page: index + 1, texts: [], codes, turned };
}

/** A page as it is shown: upright by its EXIF orientation, on white. A torn file is read as far as it goes. */
async function greyPicture(path: string, page: number): Promise<GreyPicture> {
  const { data, info } = await sharp(path, { page, failOn: 'none', limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return toGrey(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), info.channels, info);
}
