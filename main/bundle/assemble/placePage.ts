/** a b c d e f of PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };

export type SourcePage = {
  /** What is shown of the page, in its own user space, points. */
  readonly box: Box;
  /** /Rotate, clockwise, 0 to 270. */
  readonly rotate: number;
  readonly userUnit: number;
};

export type Placement = {
  /** From the source page's user space to the A4 page. */
  readonly matrix: Matrix;
  /** Clockwise turn of the page as it is shown (after its own /Rotate). */
  readonly turn: number;
  /** Clockwise turn of its user space: /Rotate and `turn` together. */
  readonly rotation: number;
  /** Where the shown page lands on A4: points from the top left corner, y down. */
  readonly target: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
};

const MM = 72 / 25.4;
export const A4 = { width: 210 * MM, height: 297 * MM } as const;

/** Room left around a bound page; the foot holds number and stamp. */
const MARGIN = { inner: 9 * MM, outer: 5 * MM, top: 5 * MM, foot: 15 * MM } as const;
/** Smaller pages (a ticket, a stamp) may be enlarged, at most to twice their size. */
const TINY = 50 * MM;
const TINY_SCALE = 2;
/** A landscape page is turned only when that lets it be printed this much larger. */
const TURN_GAIN = 1.2;

/**
 * Fits a page of any size on A4 portrait: never enlarged (tiny ones excepted), scaled down
 * when it must be, centred in the room above the foot. A landscape page is turned so that
 * its top lies left, on odd and even pages alike: at the binding edge of a right-hand page
 * (GB/T 9704-2012, 7.3.4: A4 横排表格，单页码表头在订口一边，双页码表头在切口一边).
 * @param spineRight true on the back of a leaf printed on both sides
 * @param userTurn clockwise turn the user asked for
 */
export function placePage(page: SourcePage, spineRight: boolean, userTurn: number): Placement {
  const width = page.box.x1 - page.box.x0;
  const height = page.box.y1 - page.box.y0;
  const asked = turned(page.rotate + userTurn);
  const upright = sideways(asked) ? { w: height, h: width } : { w: width, h: height };
  const uprightScale = fitScale(upright.w * page.userUnit, upright.h * page.userUnit);
  const turnedScale = fitScale(upright.h * page.userUnit, upright.w * page.userUnit);
  const lay = upright.w > upright.h && turnedScale > uprightScale * TURN_GAIN;
  const rotation = turned(asked + (lay ? 270 : 0));
  const scale = (lay ? turnedScale : uprightScale) * page.userUnit;
  const shown = sideways(rotation) ? { w: height, h: width } : { w: width, h: height };

  const room = roomOf(spineRight);
  const x = room.left + (room.width - shown.w * scale) / 2;
  const y = MARGIN.foot + (room.height - shown.h * scale) / 2;
  const toOrigin: Matrix = [1, 0, 0, 1, -page.box.x0, -page.box.y0];
  const turn = rotationMatrix(rotation, width, height);
  const matrix = multiply(multiply(toOrigin, turn), [scale, 0, 0, scale, x, y]);
  return {
    matrix,
    rotation,
    turn: turned(rotation - page.rotate),
    target: {
      x,
      y: A4.height - y - shown.h * scale,
      width: shown.w * scale,
      height: shown.h * scale,
    },
  };
}

/** First `first`, then `second`. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Turns a box of width x height clockwise within the positive quadrant. */
export function rotationMatrix(rotation: number, width: number, height: number): Matrix {
  if (rotation === 90) return [0, -1, 1, 0, 0, width];
  if (rotation === 180) return [-1, 0, 0, -1, width, height];
  if (rotation === 270) return [0, 1, -1, 0, height, 0];
  return [1, 0, 0, 1, 0, 0];
}

/** Any number of degrees as 0, 90, 180 or 270, cut off to quarter turns as PDF viewers do. */
export function turned(degrees: number): number {
  const quarters = Math.trunc(degrees / 90) % 4;
  return (quarters < 0 ? quarters + 4 : quarters) * 90;
}

function sideways(rotation: number): boolean {
  return rotation === 90 || rotation === 270;
}

function roomOf(spineRight: boolean): { left: number; width: number; height: number } {
  return {
    left: spineRight ? MARGIN.outer : MARGIN.inner,
    width: A4.width - MARGIN.inner - MARGIN.outer,
    height: A4.height - MARGIN.top - MARGIN.foot,
  };
}

function fitScale(width: number, height: number): number {
  const room = roomOf(false);
  const fit = Math.min(room.width / width, room.height / height);
  const longest = Math.max(width, height);
  if (longest < TINY) return Math.min(fit, TINY_SCALE, TINY / longest);
  return Math.min(1, fit);
}
