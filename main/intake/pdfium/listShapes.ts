import type { Pdfium } from './loadPdfium.ts';
import { readFloats, type ShownBox, type ShownPage } from './shownPage.ts';

/** A picture or a drawn path of a page. */
export type PageShape = ShownBox & {
  readonly kind: 'picture' | 'path';
  /** Lines and curves of a path; 0 for a picture. */
  readonly segments: number;
};

const [PATH, PICTURE, FORM] = [2, 3, 5];
/** A drawing may have a million objects; a page with an invoice has some hundreds, its QR code among them. */
const MOST_OBJECTS = 6_000;
const DEEPEST = 3;

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Pictures and paths of an open page, those inside of forms too, in the order they are painted. */
export function listShapes(pdfium: Pdfium, page: number, shown: ShownPage): PageShape[] {
  const { api } = pdfium;
  const shapes: PageShape[] = [];
  let left = MOST_OBJECTS;
  const visit = (object: number, matrix: Matrix, depth: number, pointer: number): void => {
    left -= 1;
    const type = api.FPDFPageObj_GetType(object);
    if (type === FORM && depth < DEEPEST) {
      const own = api.FPDFPageObj_GetMatrix(object, pointer) ? readFloats(pdfium, pointer, 6) : IDENTITY;
      const inner = multiply(own as unknown as Matrix, matrix);
      const count = api.FPDFFormObj_CountObjects(object);
      for (let index = 0; index < count && left > 0; index++)
        visit(api.FPDFFormObj_GetObject(object, index), inner, depth + 1, pointer);
    }
    if (type !== PATH && type !== PICTURE) return;
    if (!api.FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12)) return;
    const [l = 0, b = 0, r = 0, t = 0] = readFloats(pdfium, pointer, 4);
    const corners = [
      apply(matrix, l, b),
      apply(matrix, r, b),
      apply(matrix, l, t),
      apply(matrix, r, t),
    ] as const;
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const box = shown.toShown(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    const segments = type === PATH ? api.FPDFPath_CountSegments(object) : 0;
    shapes.push({ kind: type === PATH ? 'path' : 'picture', segments, ...box });
  };
  pdfium.withMemory(32, (pointer) => {
    const count = api.FPDFPage_CountObjects(page);
    for (let index = 0; index < count && left > 0; index++)
      visit(api.FPDFPage_GetObject(page, index), IDENTITY, 0, pointer);
  });
  return shapes;
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** First `one`, then `other`. */
function multiply(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [p, q, r, s, t, u] = other;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}
