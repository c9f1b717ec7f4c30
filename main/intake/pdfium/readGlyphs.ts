import { unifyRadicals } from '../../../shared/entities/unifyRadicals.ts';
import type { Pdfium } from './loadPdfium.ts';
import { readFloats, type ShownBox, type ShownPage } from './shownPage.ts';

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
/** Every so many glyphs one is asked for its direction and whether it is painted. */
const SAMPLE_EVERY = 25;

/** The characters of an open page, in the order the file draws them. */
export function readGlyphs(pdfium: Pdfium, page: number, shown: ShownPage): PageGlyphs {
  const { api } = pdfium;
  const text = api.FPDFText_LoadPage(page);
  if (text === 0) return { glyphs: [], turned: 0, hidden: false };
  try {
    const count = Math.min(Math.max(api.FPDFText_CountChars(text), 0), MOST_GLYPHS);
    const glyphs: Glyph[] = [];
    const samples: number[] = [];
    pdfium.withMemory(56, (pointer) => {
      for (let index = 0; index < count; index++) {
        const unit = api.FPDFText_GetUnicode(text, index);
        if (unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfffe || unit === 0xffff) continue;
        const character = characterAt(pdfium, text, index, unit);
        if (character === null) continue;
        const box = boxOf(pdfium, text, index, shown, pointer);
        if (box === null) continue;
        if (glyphs.length % SAMPLE_EVERY === 0) samples.push(index);
        glyphs.push({ text: character, ...box });
      }
    });
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

/**
 * The em square's height around a character's baseline and its advance along it. What fonts say of their own height
 * differs by half, and lines could not be told by it; only where the matrix says nothing it is taken.
 */
function boxOf(
  pdfium: Pdfium,
  text: number,
  index: number,
  shown: ShownPage,
  pointer: number,
): ShownBox | null {
  const { api } = pdfium;
  if (!api.FPDFText_GetLooseCharBox(text, index, pointer)) return null;
  let [left = 0, top = 0, right = 0, bottom = 0] = readFloats(pdfium, pointer, 4);
  if (
    api.FPDFText_GetMatrix(text, index, pointer + 16) &&
    api.FPDFText_GetCharOrigin(text, index, pointer + 40, pointer + 48)
  ) {
    const [, , c = 0, d = 0] = readFloats(pdfium, pointer + 16, 4);
    const em = api.FPDFText_GetFontSize(text, index);
    const view = pdfium.view();
    const [x, y] = [view.getFloat64(pointer + 40, true), view.getFloat64(pointer + 48, true)];
    const [across, up] = [c * em, d * em];
    if (Math.abs(up) > 0.5 && Math.abs(up) >= Math.abs(across)) {
      bottom = Math.min(y - BELOW * up, y + ABOVE * up);
      top = Math.max(y - BELOW * up, y + ABOVE * up);
    } else if (Math.abs(across) > 0.5) {
      left = Math.min(x - BELOW * across, x + ABOVE * across);
      right = Math.max(x - BELOW * across, x + ABOVE * across);
    }
  }
  const box = shown.toShown(left, bottom, right, top);
  return box.right > box.left && box.bottom > box.top ? box : null;
}

/** Characters beyond the basic plane come in two halves; the second one belongs to the first. */
function characterAt({ api }: Pdfium, text: number, index: number, unit: number): string | null {
  if (unit >= 0xdc00 && unit <= 0xdfff) return null;
  if (unit < 0xd800 || unit > 0xdbff) return unifyRadicals(String.fromCodePoint(unit));
  const next = api.FPDFText_GetUnicode(text, index + 1);
  return next >= 0xdc00 && next <= 0xdfff ? String.fromCharCode(unit, next) : null;
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
