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
  // A document has a few thousand different characters and hundreds of thousands of them.
  const known = new Map<string, boolean>();
  const printable = (char: string): boolean => {
    const point = char.codePointAt(0) ?? 0;
    return maps.some((map) => hasGlyph(map, point)) || NO_GLYPH_NEEDED.test(char);
  };
  const missing = (text: string): string | null => {
    for (const char of text) {
      let has = known.get(char);
      if (has === undefined) {
        has = printable(char);
        known.set(char, has);
      }
      if (!has) return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    }
    return null;
  };
  return { has: (text) => missing(text) === null, missing };
}
