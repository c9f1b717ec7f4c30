import { combine, type Matrix, mapPoint } from '../matrix.ts';
import { pdfNumbers } from './pdfNumbers.ts';

/** Numbers after each letter of an AbbreviatedData; S is an older M. */
const OPERANDS: Readonly<Record<string, number>> = { M: 2, S: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

type Point = readonly [number, number];

/**
 * The path of an AbbreviatedData (`M 0 0 L 10 0 B … Q … A … C`) as PDF operators, every point put through a matrix. What
 * comes after a malformed step is left out.
 */
export function pathOperators(data: string, matrix: Matrix): string {
  const words = data.split(/[\s,]+/).filter((word) => word !== '');
  const operators: string[] = [];
  const put = (points: readonly Point[], operator: string): void => {
    const mapped = points.flatMap(([x, y]) => [...mapPoint(matrix, x, y)]);
    operators.push(`${pdfNumbers(...mapped)} ${operator}`);
  };
  let at: Point = [0, 0];
  let started = false;
  for (let index = 0; index < words.length; ) {
    const letter = words[index] ?? '';
    const count = OPERANDS[letter];
    if (count === undefined) break;
    const numbers = words.slice(index + 1, index + 1 + count).map(Number);
    if (numbers.length < count || !numbers.every((each) => Number.isFinite(each) && Math.abs(each) < 1e6))
      break;
    index += 1 + count;
    if (letter === 'C') {
      if (started) operators.push('h');
      continue;
    }
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, y4 = 0] = numbers;
    // A path must begin with a point, whatever it does next.
    if (!started && letter !== 'M' && letter !== 'S') put([at], 'm');
    started = true;
    switch (letter) {
      case 'L':
        put([[x1, y1]], 'l');
        at = [x1, y1];
        break;
      case 'Q':
        put(cubicOf(at, [x1, y1], [x2, y2]), 'c');
        at = [x2, y2];
        break;
      case 'B':
        put(
          [
            [x1, y1],
            [x2, y2],
            [x3, y3],
          ],
          'c',
        );
        at = [x3, y3];
        break;
      case 'A': {
        const end: Point = [y3, y4];
        for (const curve of arcCurves(
          at,
          { rx: x1, ry: y1, turn: x2, large: y2 !== 0, sweep: x3 !== 0 },
          end,
        ))
          put(curve, curve.length === 1 ? 'l' : 'c');
        at = end;
        break;
      }
      default:
        put([[x1, y1]], 'm');
        at = [x1, y1];
    }
  }
  return operators.join('\n');
}

/** A curve of one control point as one of two. */
export function cubicOf(from: Point, control: Point, to: Point): readonly [Point, Point, Point] {
  const towards = (end: Point): Point => [
    end[0] + ((control[0] - end[0]) * 2) / 3,
    end[1] + ((control[1] - end[1]) * 2) / 3,
  ];
  return [towards(from), towards(to), to];
}

type Arc = {
  readonly rx: number;
  readonly ry: number;
  /** Degrees, clockwise. */
  readonly turn: number;
  readonly large: boolean;
  readonly sweep: boolean;
};

/** An arc of an ellipse from end point to end point (the parametrisation of SVG) as curves of at most 90 degrees. */
function arcCurves(from: Point, arc: Arc, to: Point): readonly (readonly Point[])[] {
  const angle = (arc.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const half: Point = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const x = cos * half[0] + sin * half[1];
  const y = -sin * half[0] + cos * half[1];
  let [rx, ry] = [Math.abs(arc.rx), Math.abs(arc.ry)];
  if (rx < 1e-9 || ry < 1e-9 || (x === 0 && y === 0)) return [[to]];
  // Radii too small to reach are made as large as needed.
  const reach = Math.sqrt((x / rx) ** 2 + (y / ry) ** 2);
  if (reach > 1) [rx, ry] = [rx * reach, ry * reach];
  const under = (rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1;
  const factor = (arc.large === arc.sweep ? -1 : 1) * Math.sqrt(Math.max(0, under));
  const centre: Point = [(factor * rx * y) / ry, (-factor * ry * x) / rx];
  const start = Math.atan2((y - centre[1]) / ry, (x - centre[0]) / rx);
  let swept = Math.atan2((-y - centre[1]) / ry, (-x - centre[0]) / rx) - start;
  if (arc.sweep && swept < 0) swept += 2 * Math.PI;
  if (!arc.sweep && swept > 0) swept -= 2 * Math.PI;
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const ellipse = combine([cos, sin, -sin, cos, middle[0], middle[1]], [rx, 0, 0, ry, centre[0], centre[1]]);
  const pieces = Math.max(1, Math.ceil(Math.abs(swept) / (Math.PI / 2) - 1e-9));
  const step = swept / pieces;
  const handle = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: pieces }, (_, piece) => {
    const [a, b] = [start + piece * step, start + (piece + 1) * step];
    return [
      mapPoint(ellipse, Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a)),
      mapPoint(ellipse, Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b)),
      piece === pieces - 1 ? to : mapPoint(ellipse, Math.cos(b), Math.sin(b)),
    ];
  });
}
