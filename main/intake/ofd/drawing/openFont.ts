import { create } from 'fontkit';

/** One step of an outline in font units, y upwards. */
export type OutlineStep = {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
};

export type FontGlyph = {
  readonly id: number;
  readonly advanceWidth: number;
  readonly path: { readonly commands: readonly OutlineStep[] };
};

/** The part of fontkit's fonts that is used here; nearly all of it may throw for a font that is damaged. */
export type OpenFont = {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly bbox: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  readonly numGlyphs: number;
  readonly hasGlyphForCodePoint: (point: number) => boolean;
  readonly glyphForCodePoint: (point: number) => FontGlyph;
  readonly getGlyph: (id: number) => FontGlyph | null;
  readonly createSubset: () => FontSubset;
};

export type FontSubset = {
  /** Present in subsets of PostScript outlines. */
  readonly cff?: unknown;
  /** The number of the glyph in the subset. */
  readonly includeGlyph: (glyph: FontGlyph) => number;
  readonly encode: () => Uint8Array;
};

/** Opens a TrueType or OpenType font; null when it is none (a collection, a Type 1 font, rubbish). */
export function openFont(bytes: Uint8Array): OpenFont | null {
  try {
    const font: unknown = create(bytes);
    return isFont(font) ? font : null;
  } catch {
    return null;
  }
}

/** fontkit ships no types; what is called is looked for here. */
function isFont(font: unknown): font is OpenFont {
  if (typeof font !== 'object' || font === null) return false;
  const has = (name: string): boolean => typeof Reflect.get(font, name) === 'function';
  const units: unknown = Reflect.get(font, 'unitsPerEm');
  return (
    typeof units === 'number' &&
    units > 0 &&
    ['hasGlyphForCodePoint', 'glyphForCodePoint', 'getGlyph', 'createSubset'].every(has)
  );
}
