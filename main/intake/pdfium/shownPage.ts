import type { Pdfium } from './loadPdfium.ts';
import { pageSizePt } from './openPdfFile.ts';

/** A rectangle on the page as it is shown: points from its top left corner, y downwards. */
export type ShownBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** How a page is shown: its size in points and where a rectangle of the file's own coordinates comes to lie. */
export type ShownPage = {
  readonly width: number;
  readonly height: number;
  /** From the file's coordinates (y upwards) to the page as it is shown. */
  readonly toShown: (left: number, bottom: number, right: number, top: number) => ShownBox;
};

/** The crop box and /Rotate of an open page, as a mapping. */
export function shownPage(pdfium: Pdfium, page: number): ShownPage {
  const { api } = pdfium;
  const { width, height } = pageSizePt(pdfium, page);
  const [left, top, right, bottom] = pdfium.withMemory(16, (pointer) => {
    if (!api.FPDF_GetPageBoundingBox(page, pointer)) return [0, height, width, 0];
    return readFloats(pdfium, pointer, 4);
  }) as [number, number, number, number];
  const rotation = api.FPDFPage_GetRotation(page) & 3;
  return { width, height, toShown: TURNED[rotation]?.(left, top, right, bottom) ?? fromTopLeft(left, top) };
}

/** How a rectangle comes to lie for a page box, by quarter turns clockwise. */
const TURNED: readonly ((
  left: number,
  top: number,
  right: number,
  bottom: number,
) => ShownPage['toShown'])[] = [
  (left, top) => fromTopLeft(left, top),
  (left, _top, _right, bottom) => (l, b, r, t) => ({
    left: b - bottom,
    right: t - bottom,
    top: l - left,
    bottom: r - left,
  }),
  (_left, _top, right, bottom) => (l, b, r, t) => ({
    left: right - r,
    right: right - l,
    top: b - bottom,
    bottom: t - bottom,
  }),
  (_left, top, right) => (l, b, r, t) => ({
    left: top - t,
    right: top - b,
    top: right - r,
    bottom: right - l,
  }),
];

function fromTopLeft(left: number, top: number): ShownPage['toShown'] {
  return (l, b, r, t) => ({ left: l - left, right: r - left, top: top - t, bottom: top - b });
}

export function readFloats(pdfium: Pdfium, pointer: number, count: number): number[] {
  const view = pdfium.view();
  return Array.from({ length: count }, (_, index) => view.getFloat32(pointer + index * 4, true));
}
