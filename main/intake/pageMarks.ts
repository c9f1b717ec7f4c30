import type { Picture } from './pdfium/renderPage.ts';

const INK = 225;
/** Fewer dark pixels than this (at 20 dpi) are dust or the shadow of an edge. */
const MIN_INK = 3;
const MIN_CHROMA = 28;
const MIN_COLOURED = 3;

export type PageMarks = { readonly blank: boolean; readonly colour: boolean };

/** Tells from a small rendering whether a page bears anything, and whether it bears colour. */
export function pageMarks({ rgb }: Picture): PageMarks {
  let [ink, coloured] = [0, 0];
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const [r, g, b] = [rgb[at] ?? 255, rgb[at + 1] ?? 255, rgb[at + 2] ?? 255];
    const darkest = Math.min(r, g, b);
    if (darkest < INK) ink += 1;
    if (Math.max(r, g, b) - darkest > MIN_CHROMA) coloured += 1;
  }
  return { blank: ink < MIN_INK, colour: coloured >= MIN_COLOURED };
}
