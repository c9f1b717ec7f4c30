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
  const mapped = (points: readonly (readonly [number, number])[]): ShownBox => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };
  const turns: readonly ((x: number, y: number) => readonly [number, number])[] = [
    (x, y) => [x - left, top - y],
    (x, y) => [y - bottom, x - left],
    (x, y) => [right - x, y - bottom],
    (x, y) => [top - y, right - x],
  ];
  const turn = turns[api.FPDFPage_GetRotation(page) & 3] ?? ((x, y) => [x - left, top - y]);
  return { width, height, toShown: (l, b, r, t) => mapped([turn(l, b), turn(r, t)]) };
}

export function readFloats(pdfium: Pdfium, pointer: number, count: number): number[] {
  const view = pdfium.view();
  return Array.from({ length: count }, (_, index) => view.getFloat32(pointer + index * 4, true));
}
