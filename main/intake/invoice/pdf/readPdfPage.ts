import type { FieldReading, ReadingPlace } from '../../../../shared/entities/invoiceReading.ts';
import { listShapes } from '../../pdfium/listShapes.ts';
import type { PdfFile } from '../../pdfium/openPdfFile.ts';
import { type Glyph, type PageGlyphs, readGlyphs } from '../../pdfium/readGlyphs.ts';
import { renderGrey } from '../../pdfium/renderGrey.ts';
import { type ShownBox, type ShownPage, shownPage } from '../../pdfium/shownPage.ts';
import { decodeQr } from '../../qr/decodeQr.ts';
import type { PageReading, TextReading } from '../pageReading.ts';
import { parseInvoiceQr } from '../parseInvoiceQr.ts';
import { type PageCode, turnOf } from '../qrOnPage.ts';
import { mentionsInvoice, type PageInvoice, readPageText } from '../text/readPageText.ts';
import { findQrAreas, isScan } from './findQrAreas.ts';

/** What a page shows at a first look. */
export type PageSigns = PageReading & {
  /** It had to be looked at as a picture, which takes a hundred times as long as reading its words. */
  readonly scanned: boolean;
};

/** Fewer letters than this are a page number and a stamp: what matters is in the picture. */
const FEW_LETTERS = 20;
/** Side of a code in pixels when its place is known: some six pixels a module. */
const CODE_SIDE = 260;
const AREA_BUDGET_MS = 600;
const MOST_AREAS = 6;
const SCAN_DPI = 200;
const SCAN_BUDGET_MS = 1800;

/**
 * Reads one open page: its words when they may be an invoice's, its codes where codes may stand.
 * @param quick looks at a scan only once: the ones before had no code
 */
export async function readPdfPage(
  file: PdfFile,
  page: number,
  index: number,
  quick: boolean,
): Promise<PageSigns> {
  const { pdfium } = file;
  const shown = shownPage(pdfium, page);
  const letters = readGlyphs(pdfium, page, shown);
  const speaks = mentionsInvoice(letters.glyphs);
  const texts = speaks ? readPageText(upright(letters, shown)) : [];
  const formed = texts.some(({ sound, headed }) => sound || headed);
  const few = letters.glyphs.length < FEW_LETTERS;
  const shapes = listShapes(pdfium, page, shown);
  const codes: PageCode[] = [];
  // On a page that never speaks of an invoice a code is looked for, but not long: a report is full of square pictures.
  const areas = findQrAreas(shapes).slice(0, formed || few ? MOST_AREAS : 1);
  for (const area of areas) codes.push(...(await codesIn(file, page, shown, area, OF_CODE)));
  const scan = (few && shapes.length > 0) || isScan(shapes, shown);
  const decoded = codes.some(({ text }) => parseInvoiceQr(text) !== null);
  if (scan && !decoded) {
    const whole = { left: 0, top: 0, right: shown.width, bottom: shown.height };
    codes.push(
      ...(await codesIn(file, page, shown, whole, { dpi: SCAN_DPI, budgetMs: SCAN_BUDGET_MS, quick })),
    );
  }
  const readings = texts.map((text) => toReading(text, letters, shown, index + 1));
  return {
    page: index + 1,
    texts: readings,
    codes,
    scanned: scan && !decoded,
    turned: turnOfPage(letters, codes, shown),
  };
}

type Look = Parameters<typeof decodeQr>[1] & ({ readonly side: number } | { readonly dpi: number });
const OF_CODE: Look = { side: CODE_SIDE, budgetMs: AREA_BUDGET_MS, single: true };

/** Codes in a part of a page, drawn with so many dots per inch or so many pixels a side. */
async function codesIn(
  { pdfium }: PdfFile,
  page: number,
  shown: ShownPage,
  area: ShownBox,
  options: Look,
): Promise<PageCode[]> {
  const longest = Math.max(area.right - area.left, area.bottom - area.top);
  const scale = 'dpi' in options ? options.dpi / 72 : options.side / longest;
  const picture = renderGrey(pdfium, page, area, scale);
  const found = await decodeQr(picture, options);
  const toPage = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: (x / picture.scale + area.left) / shown.width,
    y: (y / picture.scale + area.top) / shown.height,
  });
  return found.map(({ text, corners: [a, b, c, d] }) => ({
    text,
    corners: [toPage(a), toPage(b), toPage(c), toPage(d)],
  }));
}

/** Letters as they would stand if the page were upright. */
function upright({ glyphs, turned }: PageGlyphs, { width, height }: ShownPage): readonly Glyph[] {
  if (turned === 0) return glyphs;
  return glyphs.map(({ text, ...box }) => ({ text, ...turnBack(box, turned, width, height) }));
}

/** A box of a page that stands turned, on the page turned back. */
function turnBack(box: ShownBox, turned: number, width: number, height: number): ShownBox {
  const { left, top, right, bottom } = box;
  if (turned === 1) return { left: top, right: bottom, top: width - right, bottom: width - left };
  if (turned === 2)
    return { left: width - right, right: width - left, top: height - bottom, bottom: height - top };
  if (turned === 3) return { left: height - bottom, right: height - top, top: left, bottom: right };
  return box;
}

function toReading(text: PageInvoice, letters: PageGlyphs, shown: ShownPage, page: number): TextReading {
  const { turned, hidden } = letters;
  const { width, height } = shown;
  // Turning by the other quarters brings a box back to where it stands.
  const place = (box: ShownBox): ReadingPlace => {
    const [wide, high] = turned % 2 === 0 ? [width, height] : [height, width];
    return placeOf(turnBack(box, (4 - turned) % 4, wide, high), shown, page);
  };
  const fields = text.fields.map(
    ({ box, ...field }): FieldReading => ({
      ...field,
      // What a scanner recognised under its picture is a guess.
      confidence: hidden ? 'doubtful' : field.confidence,
      source: 'pdf-text',
      place: place(box),
    }),
  );
  const { lines, sheet, sound, headed, top, bottom } = text;
  const part = (value: number) => Math.min(1, Math.max(0, value / (turned % 2 === 0 ? height : width)));
  return { fields, lines, sheet, sound, headed, top: part(top), bottom: part(bottom) };
}

function placeOf(box: ShownBox, { width, height }: ShownPage, page: number): ReadingPlace {
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const [left, top] = [clamp(box.left / width), clamp(box.top / height)];
  return {
    on: 'page',
    page,
    left,
    top,
    width: clamp(box.right / width) - left,
    height: clamp(box.bottom / height) - top,
  };
}

function turnOfPage(
  letters: PageGlyphs,
  codes: readonly PageCode[],
  { width, height }: ShownPage,
): PageReading['turned'] {
  if (letters.glyphs.length >= FEW_LETTERS && !letters.hidden) return letters.turned;
  const [code] = codes;
  return code === undefined ? null : turnOf(code, width / height);
}
