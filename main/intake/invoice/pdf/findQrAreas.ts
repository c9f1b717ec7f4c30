import type { PageShape } from '../../pdfium/listShapes.ts';
import type { ShownBox } from '../../pdfium/shownPage.ts';

const MM = 72 / 25.4;
/** Codes on invoices are 15 to 30 mm wide; those of smaller and larger prints are allowed for. */
const SMALLEST = 8 * MM;
const LARGEST = 60 * MM;
/** One path that draws a code has hundreds of lines. */
const PATH_OF_CODE = 200;
/** A module of a code that is drawn square by square. */
const MODULE = 3 * MM;
const MODULES = 100;
/** A picture that takes so much of the page is the page itself: a scan. */
const PAGE_FILLING = 0.4;

/** Where on a page a QR code may stand, most likely places first; each with a quiet zone around it. */
export function findQrAreas(shapes: readonly PageShape[]): ShownBox[] {
  const single = shapes.filter(
    (shape) => isSquare(shape) && (shape.kind === 'picture' || shape.segments >= PATH_OF_CODE),
  );
  const areas = [...single, ...drawnInSquares(shapes)].toSorted((a, b) => a.top - b.top || a.left - b.left);
  const apart = areas.filter((area, index) => !areas.slice(0, index).some((other) => sameArea(area, other)));
  return apart.map(withQuietZone);
}

/** Whether pictures are most of what the page shows. */
export function isScan(
  shapes: readonly PageShape[],
  page: { readonly width: number; readonly height: number },
): boolean {
  const covered = shapes
    .filter(({ kind }) => kind === 'picture')
    .reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
  return covered > PAGE_FILLING * page.width * page.height;
}

function isSquare({ left, top, right, bottom }: ShownBox): boolean {
  const [width, height] = [right - left, bottom - top];
  return (
    Math.min(width, height) >= SMALLEST &&
    Math.max(width, height) <= LARGEST &&
    width / height > 0.8 &&
    width / height < 1.25
  );
}

/** Runs of many small paths that together fill a square. */
function drawnInSquares(shapes: readonly PageShape[]): ShownBox[] {
  const areas: ShownBox[] = [];
  let run: PageShape[] = [];
  const close = (): void => {
    if (run.length >= MODULES) {
      const area = {
        left: Math.min(...run.map(({ left }) => left)),
        top: Math.min(...run.map(({ top }) => top)),
        right: Math.max(...run.map(({ right }) => right)),
        bottom: Math.max(...run.map(({ bottom }) => bottom)),
      };
      if (isSquare(area)) areas.push(area);
    }
    run = [];
  };
  for (const shape of shapes) {
    // Modules of one row may be drawn as one bar.
    const small =
      Math.min(shape.right - shape.left, shape.bottom - shape.top) <= MODULE &&
      shape.right - shape.left <= LARGEST / 2;
    if (shape.kind === 'path' && small && shape.segments < PATH_OF_CODE) run.push(shape);
    else close();
  }
  close();
  return areas;
}

function sameArea(one: ShownBox, other: ShownBox): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 2 * MM;
  return (
    near(one.left, other.left) &&
    near(one.top, other.top) &&
    near(one.right, other.right) &&
    near(one.bottom, other.bottom)
  );
}

function withQuietZone({ left, top, right, bottom }: ShownBox): ShownBox {
  const border = (right - left) * 0.12;
  return { left: left - border, top: top - border, right: right + border, bottom: bottom + border };
}
