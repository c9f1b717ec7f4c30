import { unifyRadicals } from '../../../shared/entities/unifyRadicals.ts';
import type { Pdfium } from './loadPdfium.ts';
import type { ShownBox, ShownPage } from './shownPage.ts';

/** A character of a page and the place it takes, its line's full height. White space is left out. */
export type Glyph = ShownBox & { readonly text: string };

export type PageGlyphs = {
  readonly glyphs: readonly Glyph[];
  /** Quarter turns clockwise by which most of the text stands on the page; 0 is upright, 2 upside down. */
  readonly turned: 0 | 1 | 2 | 3;
  /** The text is not painted: what a scanner recognised, laid under its picture. */
  readonly hidden: boolean;
};

/** A page of a book has some 3,000; a table of figures 15,000. */
const MOST_GLYPHS = 40_000;
const INVISIBLE_MODE = 3;
/** Parts of the em square above and below the baseline. */
const [ABOVE, BELOW] = [0.88, 0.12];
/** Smaller type than this, in points, is none. */
const LEAST_EM = 0.5;
/** Every so many glyphs one is asked for its direction and whether it is painted. */
const SAMPLE_EVERY = 25;

/** The characters of an open page, in the order the file draws them. */
export function readGlyphs(pdfium: Pdfium, page: number, shown: ShownPage): PageGlyphs {
  const { api } = pdfium;
  const text = api.FPDFText_LoadPage(page);
  if (text === 0) return { glyphs: [], turned: 0, hidden: false };
  try {
    const { glyphs, samples } = glyphsOf(pdfium, text, shown);
    const hidden = samples.filter(
      (index) =>
        api.FPDFTextObj_GetTextRenderMode(api.FPDFText_GetTextObject(text, index)) === INVISIBLE_MODE,
    );
    return {
      glyphs,
      turned: mostTurn(
        samples.map((index) => api.FPDFText_GetCharAngle(text, index)),
        api.FPDFPage_GetRotation(page),
      ),
      hidden: hidden.length * 2 > samples.length,
    };
  } finally {
    api.FPDFText_ClosePage(text);
  }
}

/** The glyphs, and the indexes of some to ask more about. */
function glyphsOf(
  pdfium: Pdfium,
  text: number,
  shown: ShownPage,
): { readonly glyphs: Glyph[]; readonly samples: number[] } {
  const unicodeAt = pdfium.direct('FPDFText_GetUnicode');
  const count = Math.min(Math.max(pdfium.api.FPDFText_CountChars(text), 0), MOST_GLYPHS);
  const glyphs: Glyph[] = [];
  const samples: number[] = [];
  pdfium.withMemory(56, (pointer) => {
    const boxAt = boxReader(pdfium, text, shown, pointer);
    for (let index = 0; index < count; index++) {
      const unit = unicodeAt(text, index);
      // White space, and characters that PDFium put in itself between lines.
      if (unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit >= 0xfffe) continue;
      // Characters beyond the basic plane come in two halves; the second one belongs to the first.
      if (unit >= 0xdc00 && unit <= 0xdfff) continue;
      const box = boxAt(index);
      if (box === null) continue;
      if (glyphs.length % SAMPLE_EVERY === 0) samples.push(index);
      const character = unit >= 0xd800 && unit <= 0xdbff ? [unit, unicodeAt(text, index + 1)] : [unit];
      const { left, top, right, bottom } = box;
      glyphs.push({ text: unifyRadicals(String.fromCharCode(...character)), left, top, right, bottom });
    }
  });
  return { glyphs, samples };
}

/**
 * The em square's height around a character's baseline and its advance along it. What fonts say of their own height
 * differs by half, and lines could not be told by it; only where the matrix says nothing it is taken.
 */
function boxReader(
  pdfium: Pdfium,
  text: number,
  shown: ShownPage,
  pointer: number,
): (index: number) => ShownBox | null {
  const looseBoxAt = pdfium.direct('FPDFText_GetLooseCharBox');
  const matrixAt = pdfium.direct('FPDFText_GetMatrix');
  const originAt = pdfium.direct('FPDFText_GetCharOrigin');
  const fontSizeAt = pdfium.direct('FPDFText_GetFontSize');
  const [matrix, origin] = [pointer + 16, pointer + 40];
  return (index) => {
    if (looseBoxAt(text, index, pointer) === 0) return null;
    const known = matrixAt(text, index, matrix) !== 0 && originAt(text, index, origin, origin + 8) !== 0;
    const view = pdfium.view();
    let left = view.getFloat32(pointer, true);
    let top = view.getFloat32(pointer + 4, true);
    let right = view.getFloat32(pointer + 8, true);
    let bottom = view.getFloat32(pointer + 12, true);
    if (known) {
      const em = fontSizeAt(text, index);
      const across = view.getFloat32(matrix + 8, true) * em;
      const up = view.getFloat32(matrix + 12, true) * em;
      const x = view.getFloat64(origin, true);
      const y = view.getFloat64(origin + 8, true);
      if (Math.abs(up) > LEAST_EM && Math.abs(up) >= Math.abs(across)) {
        bottom = Math.min(y - BELOW * up, y + ABOVE * up);
        top = Math.max(y - BELOW * up, y + ABOVE * up);
      } else if (Math.abs(across) > LEAST_EM) {
        left = Math.min(x - BELOW * across, x + ABOVE * across);
        right = Math.max(x - BELOW * across, x + ABOVE * across);
      }
    }
    const box = shown.toShown(left, bottom, right, top);
    return box.right > box.left && box.bottom > box.top ? box : null;
  };
}

/** PDFium gives angles clockwise, in radians, on the page before /Rotate turns it. */
function mostTurn(angles: readonly number[], rotation: number): 0 | 1 | 2 | 3 {
  const votes: [number, number, number, number] = [0, 0, 0, 0];
  for (const angle of angles) {
    const quarters = ((rotation + Math.round(angle / (Math.PI / 2))) % 4) + 4;
    votes[(quarters % 4) as 0 | 1 | 2 | 3] += 1;
  }
  const most = votes.indexOf(Math.max(...votes));
  return most === 1 || most === 2 || most === 3 ? most : 0;
}
