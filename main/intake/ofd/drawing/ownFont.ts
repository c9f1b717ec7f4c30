import { type Matrix, mapPoint } from '../matrix.ts';
import type { OfdFont } from './ofdResources.ts';
import { type FontGlyph, type OpenFont, openFont } from './openFont.ts';
import { cubicOf } from './pathOperators.ts';
import { pdfNumbers } from './pdfNumbers.ts';

/** A font an OFD brings itself. Its glyphs are drawn as outlines: such fonts often lack what a PDF's font needs. */
export type OwnFont = {
  /**
   * Path operators of a glyph; null when the font has none or is damaged there.
   * @param matrix from parts of the size (y upwards) to where the glyph stands
   */
  readonly outline: (glyph: OwnGlyph, matrix: Matrix) => string | null;
  /** Width in parts of the size; null as above. */
  readonly width: (glyph: OwnGlyph) => number | null;
};

/** By the number a CGTransform gives, else by character. */
export type OwnGlyph = { readonly id: number } | { readonly character: string };

const MOST_BYTES = 32 * 2 ** 20;

/** Null when the OFD does not bring the font, or brings one that cannot be used: a bundled one stands for it. */
export function ownFont(font: OfdFont): OwnFont | null {
  const bytes = font.file();
  if (bytes === null || bytes.length > MOST_BYTES) return null;
  const open = openFont(bytes);
  if (open === null) return null;
  return {
    outline: (wanted, matrix) => {
      const glyph = glyphOf(open, wanted);
      return glyph === null ? null : outlineOf(glyph, open.unitsPerEm, matrix);
    },
    width: (wanted) => {
      const glyph = glyphOf(open, wanted);
      try {
        return glyph === null ? null : glyph.advanceWidth / open.unitsPerEm;
      } catch {
        return null;
      }
    },
  };
}

/** Glyph 0 is the box for what a font lacks. */
function glyphOf(font: OpenFont, wanted: OwnGlyph): FontGlyph | null {
  try {
    const glyph =
      'id' in wanted
        ? font.getGlyph(wanted.id)
        : font.glyphForCodePoint(wanted.character.codePointAt(0) ?? 0);
    return glyph === null || glyph.id === 0 || glyph.id >= font.numGlyphs ? null : glyph;
  } catch {
    return null;
  }
}

function outlineOf(glyph: FontGlyph, unitsPerEm: number, matrix: Matrix): string | null {
  try {
    const steps = glyph.path.commands;
    let at: readonly [number, number] = [0, 0];
    const operators: string[] = [];
    for (const { command, args } of steps) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = args.map((value) => value / unitsPerEm);
      const put = (points: readonly (readonly [number, number])[], operator: string): void => {
        operators.push(`${pdfNumbers(...points.flatMap(([x, y]) => mapPoint(matrix, x, y)))} ${operator}`);
        at = points.at(-1) ?? at;
      };
      if (command === 'moveTo') put([[x1, y1]], 'm');
      else if (command === 'lineTo') put([[x1, y1]], 'l');
      else if (command === 'quadraticCurveTo') put(cubicOf(at, [x1, y1], [x2, y2]), 'c');
      else if (command === 'bezierCurveTo')
        put(
          [
            [x1, y1],
            [x2, y2],
            [x3, y3],
          ],
          'c',
        );
      else operators.push('h');
    }
    return operators.join('\n');
  } catch {
    return null;
  }
}
