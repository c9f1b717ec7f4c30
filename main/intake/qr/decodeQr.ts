import { blurGrey } from './blurGrey.ts';
import { deblurGrey } from './deblurGrey.ts';
import { evenLight } from './evenLight.ts';
import { cropGrey, type GreyPicture, type PixelArea } from './greyPicture.ts';
import { resizeGrey } from './resizeGrey.ts';
import { type Corners, type Point, type ScannedCode, scanCodes } from './scanCodes.ts';

/** A QR code of a picture: its text, and its corners in the picture's pixels (see `Corners`). */
export type QrCode = { readonly text: string; readonly corners: Corners };

type Options = {
  /** Looks no further after so many milliseconds; what was found until then is given. */
  readonly budgetMs?: number;
  /** One code is enough: a part of a page that is known to hold one. */
  readonly single?: boolean;
  /** One look at the whole and what it shows of codes; for pages that most likely have none. */
  readonly quick?: boolean;
};

/** A piece of the picture that is looked at, `factor` times as large. */
type Piece = {
  readonly picture: GreyPicture;
  readonly left: number;
  readonly top: number;
  readonly factor: number;
};

const BUDGET_MS = 2500;
/** First looks are taken at no more than this many pixels: sharp enough for a code on a page, and quick. */
const FIRST_PIXELS = 2_200_000;
const MOST_PIXELS = 7_000_000;
/** Codes that were seen and not decoded are looked at closer, the most likely ones first. */
const MOST_CLOSER = 6;
/** Side of a code in pixels when it is looked at closer: some eight pixels a module. */
const CLOSE_SIDE = 300;

/**
 * Every QR code of a picture. Cheap looks first: the whole picture as it is, larger (small codes), smaller (noise), lit
 * evenly; then what was seen but could not be decoded, closer and with its blur taken back. Ends as soon as a code is
 * decoded and no other was seen.
 */
export async function decodeQr(picture: GreyPicture, options: Options = {}): Promise<QrCode[]> {
  const until = performance.now() + (options.budgetMs ?? BUDGET_MS);
  const codes: QrCode[] = [];
  const seen: Corners[] = [];
  const done = (): boolean =>
    performance.now() > until ||
    (codes.length > 0 && (options.single === true || open(seen, codes).length === 0));
  for (const piece of wholeLooks(picture)) {
    await look(piece, codes, seen);
    if (done()) return codes;
    if (options.quick === true) break;
  }
  for (const corners of open(seen, codes).slice(0, MOST_CLOSER)) {
    for (const piece of closeLooks(picture, corners)) {
      await look(piece, codes, []);
      if (performance.now() > until) return codes;
      if (open([corners], codes).length === 0) break;
    }
    if (options.single === true && codes.length > 0) break;
  }
  return codes;
}

function* wholeLooks(picture: GreyPicture): Generator<Piece> {
  const pixels = picture.width * picture.height;
  const first = Math.min(1, Math.sqrt(FIRST_PIXELS / pixels));
  const whole = (factor: number): Piece => ({ picture: scaled(picture, factor), left: 0, top: 0, factor });
  const start = whole(first);
  yield start;
  const most = Math.min(3, Math.sqrt(MOST_PIXELS / pixels));
  for (const factor of first < 1 ? [Math.min(1, most)] : [2, 3].filter((one) => one <= most)) {
    if (factor > first * 1.2) yield quietly(whole(factor));
  }
  const radius = Math.max(8, Math.round(Math.min(start.picture.width, start.picture.height) / 40));
  yield { ...start, picture: evenLight(start.picture, radius) };
  yield whole(first / 2);
}

/** A border of white around small pictures: a code without a quiet zone is not found. */
function quietly(piece: Piece): Piece {
  const { picture, factor } = piece;
  const border = Math.ceil(Math.min(picture.width, picture.height) / 12);
  const area = {
    left: -border,
    top: -border,
    width: picture.width + 2 * border,
    height: picture.height + 2 * border,
  };
  return {
    ...piece,
    picture: cropGrey(picture, area),
    left: piece.left - border / factor,
    top: piece.top - border / factor,
  };
}

function* closeLooks(picture: GreyPicture, corners: Corners): Generator<Piece> {
  const area = around(corners, 0.35);
  const side = Math.max(area.width, area.height) / 1.7;
  const factor = Math.min(6, Math.max(0.25, CLOSE_SIDE / side));
  const close = { ...area, picture: scaled(cropGrey(picture, area), factor), factor };
  yield close;
  yield { ...close, picture: evenLight(close.picture, 40) };
  for (const radius of [2, 3, 4]) yield { ...close, picture: deblurGrey(close.picture, radius) };
  yield { ...close, picture: blurGrey(close.picture, 2) };
  for (const radius of [5, 6]) yield { ...close, picture: deblurGrey(close.picture, radius) };
}

function scaled(picture: GreyPicture, factor: number): GreyPicture {
  return factor === 1 ? picture : resizeGrey(picture, factor);
}

/** Looks at a piece and adds what is new. */
async function look(piece: Piece, codes: QrCode[], seen: Corners[]): Promise<void> {
  for (const binarizer of ['LocalAverage', 'GlobalHistogram'] as const) {
    const found = await scanCodes(piece.picture, { binarizer });
    for (const { text, corners } of found.map((code) => backTo(piece, code))) {
      if (text === null) seen.push(corners);
      else if (!codes.some((code) => code.text === text && overlap(code.corners, corners)))
        codes.push({ text, corners });
    }
    if (found.length > 0) return;
  }
}

function backTo({ left, top, factor }: Piece, { text, corners: [a, b, c, d] }: ScannedCode): ScannedCode {
  const back = ({ x, y }: Point): Point => ({ x: x / factor + left, y: y / factor + top });
  return { text, corners: [back(a), back(b), back(c), back(d)] };
}

/** What was seen and is no code that was decoded; one place once. */
function open(seen: readonly Corners[], codes: readonly QrCode[]): Corners[] {
  const left: Corners[] = [];
  for (const corners of seen) {
    const known = [...codes.map((code) => code.corners), ...left];
    if (!known.some((other) => overlap(other, corners))) left.push(corners);
  }
  return left;
}

function around(corners: Corners, margin: number): PixelArea {
  const box = boxOf(corners);
  const border = Math.ceil(Math.max(box.width, box.height) * margin);
  return {
    left: Math.floor(box.left) - border,
    top: Math.floor(box.top) - border,
    width: Math.ceil(box.width) + 2 * border,
    height: Math.ceil(box.height) + 2 * border,
  };
}

/** The upright rectangle around four corners. */
export function boxOf(corners: Corners): PixelArea {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function overlap(one: Corners, other: Corners): boolean {
  const [a, b] = [boxOf(one), boxOf(other)];
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return across > 0 && down > 0 && across * down > 0.3 * Math.min(a.width * a.height, b.width * b.height);
}
