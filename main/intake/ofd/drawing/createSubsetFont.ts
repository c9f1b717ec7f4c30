import { type PDFDocument, PDFHexString, type PDFRef, PDFString } from 'pdf-lib';
import type { FontGlyph, OpenFont } from './openFont.ts';

export type SubsetGlyph = {
  /** Its code in the subset, hexadecimal. */
  readonly hex: string;
  /** In parts of the size. */
  readonly width: number;
};

/** A font of which a PDF carries the glyphs that were used. */
export type SubsetFont = {
  readonly ref: PDFRef;
  /** Null when the font has no glyph for the character. */
  readonly glyph: (character: string) => SubsetGlyph | null;
  /** Writes it into the document; once, after the last glyph. */
  readonly embed: () => void;
};

/**
 * The same as pdf-lib's own subset embedder, but glyphs are found at once (pdf-lib opens fonts by promises), and by
 * character alone: text of an OFD is placed, it needs neither ligatures nor kerning.
 * @param name as the PDF names it; the same each time, so that the same file gives the same PDF
 */
export function createSubsetFont(pdf: PDFDocument, font: OpenFont, name: string): SubsetFont {
  const ref = pdf.context.nextRef();
  const subset = font.createSubset();
  const known = new Map<string, SubsetGlyph | null>();
  const used = new Map<number, { readonly glyph: FontGlyph; readonly character: string }>();
  const find = (character: string): SubsetGlyph | null => {
    const point = character.codePointAt(0) ?? 0;
    if (!font.hasGlyphForCodePoint(point)) return null;
    const glyph = font.glyphForCodePoint(point);
    const code = subset.includeGlyph(glyph);
    if (!used.has(code)) used.set(code, { glyph, character });
    return { hex: hexOf(code), width: glyph.advanceWidth / font.unitsPerEm };
  };
  return {
    ref,
    glyph: (character) => {
      const found = known.get(character);
      if (found !== undefined) return found;
      const made = find(character);
      known.set(character, made);
      return made;
    },
    embed: () => {
      if (used.size === 0) return;
      const { context } = pdf;
      const thousandths = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
      const { minX, minY, maxX, maxY } = font.bbox;
      const cff = subset.cff !== undefined;
      const program = context.register(
        context.flateStream(subset.encode(), cff ? { Subtype: 'CIDFontType0C' } : {}),
      );
      const descriptor = context.register(
        context.obj({
          Type: 'FontDescriptor',
          FontName: name,
          Flags: 4, // its characters are no standard set
          FontBBox: [minX, minY, maxX, maxY].map(thousandths),
          ItalicAngle: 0,
          Ascent: thousandths(font.ascent),
          Descent: thousandths(font.descent),
          CapHeight: thousandths(font.ascent),
          StemV: 80,
          [cff ? 'FontFile3' : 'FontFile2']: program,
        }),
      );
      const codes = [...used].sort(([a], [b]) => a - b);
      const descendant = context.register(
        context.obj({
          Type: 'Font',
          Subtype: cff ? 'CIDFontType0' : 'CIDFontType2',
          BaseFont: name,
          CIDSystemInfo: {
            Registry: PDFString.of('Adobe'),
            Ordering: PDFString.of('Identity'),
            Supplement: 0,
          },
          FontDescriptor: descriptor,
          W: codes.flatMap(([code, { glyph }]) => [code, [thousandths(glyph.advanceWidth)]]),
          ...(cff ? {} : { CIDToGIDMap: 'Identity' }),
        }),
      );
      const toUnicode = context.register(context.flateStream(unicodeMap(codes)));
      context.assign(
        ref,
        context.obj({
          Type: 'Font',
          Subtype: 'Type0',
          BaseFont: name,
          Encoding: 'Identity-H',
          DescendantFonts: [descendant],
          ToUnicode: toUnicode,
        }),
      );
    },
  };
}

function hexOf(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/** Longest block a character map may have. */
const BLOCK = 100;

/** Which characters the codes stand for, for whoever searches or copies the text. */
function unicodeMap(codes: readonly (readonly [number, { readonly character: string }])[]): string {
  const lines = codes.map(
    ([code, { character }]) =>
      `<${hexOf(code)}> ${PDFHexString.fromText(character).toString().replace('FEFF', '')}`,
  );
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += BLOCK) {
    const block = lines.slice(at, at + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
