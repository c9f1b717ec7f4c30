import { readdirSync } from 'node:fs';
import path from 'node:path';
import { hasGlyph, readCharacterMap } from './readCharacterMap.ts';

/** Which characters the fonts of a folder can print, all of them together. */
export interface GlyphCoverage {
  readonly has: (text: string) => boolean;
  /** The code of the first character of the text that no font has, in hexadecimal; null when there is none. */
  readonly missing: (text: string) => string | null;
}

/** Never drawn, or drawn by the templates. */
const NO_GLYPH_NEEDED = /^[\s\p{Default_Ignorable_Code_Point}☑]$/u;

/** Reads the character maps of all fonts in a folder. Files that are no fonts are passed over. */
export function readGlyphCoverage(fontsDir: string): GlyphCoverage {
  const maps = readdirSync(fontsDir)
    .filter((name) => /\.(ttf|otf)$/i.test(name))
    .map((name) => readCharacterMap(path.join(fontsDir, name)));
  const missing = (text: string): string | null => {
    for (const char of text) {
      const point = char.codePointAt(0) ?? 0;
      if (maps.some((map) => hasGlyph(map, point)) || NO_GLYPH_NEEDED.test(char)) continue;
      return point.toString(16).toUpperCase().padStart(4, '0');
    }
    return null;
  };
  return { has: (text) => missing(text) === null, missing };
}
