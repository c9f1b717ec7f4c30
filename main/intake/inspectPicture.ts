import type { FileProblem } from '../../shared/entities/attachment.ts';
import { FILE_PROBLEMS } from './fileProblems.ts';
import { NO_FACTS, type PageFacts } from './inspection.ts';
import { MAX_PAGES } from './inspectPdf.ts';
import { pageMarks } from './pageMarks.ts';
import { printedDpi } from './printedDpi.ts';
import { sharp } from './sharp.ts';

/** As the assembler: A4 at 1,000 dpi has 97 million. */
const MAX_PIXELS = 150_000_000;
const DEFAULT_DPI = 72;
const THUMB_WIDTH = 165;

/** Decodes a picture file completely (a truncated one is damaged): pages, sizes, resolution, colour. */
export async function inspectPicture(path: string, onPage: (page: number) => void): Promise<PageFacts> {
  const pageSizesMm: { width: number; height: number }[] = [];
  const blankPages: number[] = [];
  let [colourPages, dpi]: [number, number | null] = [0, null];
  try {
    const { pages, format } = await sharp(path, { limitInputPixels: MAX_PIXELS }).metadata();
    const count = format === 'tiff' ? (pages ?? 1) : 1;
    if (count > MAX_PAGES) return { ...NO_FACTS, problems: [FILE_PROBLEMS.tooManyPages(count)] };
    for (let page = 0; page < count; page++) {
      const found = await inspectOne(path, page);
      pageSizesMm.push(found.sizeMm);
      dpi = Math.min(dpi ?? found.dpi, found.dpi);
      if (found.blank) blankPages.push(page + 1);
      if (found.colour) colourPages += 1;
      onPage(page);
    }
    const problems: FileProblem[] = [];
    if (blankPages.length > 0) problems.push(FILE_PROBLEMS.blankPages(blankPages));
    return { ...NO_FACTS, pages: count, pageSizesMm, blankPages, dpi, colourPages, problems };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const tooLarge = /pixel limit|too large/i.test(text);
    return {
      ...NO_FACTS,
      problems: [tooLarge ? FILE_PROBLEMS.pictureTooLarge() : FILE_PROBLEMS.damaged('图片数据有错误')],
    };
  }
}

async function inspectOne(path: string, page: number) {
  const options = { page, failOn: 'error' as const, limitInputPixels: MAX_PIXELS };
  const { autoOrient, density } = await sharp(path, options).metadata();
  const { width, height } = autoOrient;
  const own = density !== undefined && density >= DEFAULT_DPI ? density : DEFAULT_DPI;
  const { data, info } = await sharp(path, options)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: THUMB_WIDTH, height: THUMB_WIDTH * 3, fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rgb = info.channels === 3 ? data : spread(data);
  return {
    sizeMm: { width: toMm(width, own), height: toMm(height, own) },
    dpi: printedDpi(own, (width / own) * 72, (height / own) * 72),
    ...pageMarks({ width: info.width, height: info.height, rgb }),
  };
}

function toMm(pixels: number, dpi: number): number {
  return Math.round((pixels / dpi) * 254) / 10;
}

/** Grey samples as RGB. */
function spread(grey: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(grey.length * 3);
  for (const [index, value] of grey.entries()) rgb.fill(value, index * 3, index * 3 + 3);
  return rgb;
}
