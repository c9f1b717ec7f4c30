import { readFileSync } from 'node:fs';
import type { PDFDocument, PDFRef } from 'pdf-lib';
import { assetsFolder } from '../../../assetsFolder.ts';
import { createSubsetFont, type SubsetFont, type SubsetGlyph } from './createSubsetFont.ts';
import type { FaceName } from './familyOf.ts';
import { type OpenFont, openFont } from './openFont.ts';

const FILES: Readonly<Record<FaceName, string>> = {
  song: 'NotoSerifSC-Regular.ttf',
  songBold: 'NotoSerifSC-Bold.ttf',
  hei: 'NotoSansSC-Regular.ttf',
  heiBold: 'NotoSansSC-Bold.ttf',
  kai: 'LXGWWenKai-Regular.ttf',
  fang: 'FandolFang-Regular.otf',
};
/** Where a glyph comes from that the face itself lacks. */
const FALLBACK: readonly FaceName[] = ['song', 'kai', 'hei', 'fang'];
/** Subsets are named as six letters and a plus, by the standard; always the same ones here. */
const NAMES: Readonly<Record<FaceName, string>> = {
  song: 'CHOFDA+NotoSerifSC-Regular',
  songBold: 'CHOFDB+NotoSerifSC-Bold',
  hei: 'CHOFDC+NotoSansSC-Regular',
  heiBold: 'CHOFDD+NotoSansSC-Bold',
  kai: 'CHOFDE+LXGWWenKai-Regular',
  fang: 'CHOFDF+FandolFang-Regular',
};

export type FaceGlyph = SubsetGlyph & {
  /** The face it was found in; names the font in the resources of a page. */
  readonly face: FaceName;
};

/** The bundled fonts as one PDF uses them. */
export type Faces = {
  /** Null when no bundled font has the character. */
  readonly glyph: (face: FaceName, character: string) => FaceGlyph | null;
  readonly ref: (face: FaceName) => PDFRef | null;
  /** Writes the fonts that were used into the document; once. */
  readonly embed: () => void;
};

/** Opening one takes longer than drawing an invoice, and a child draws many. */
const opened = new Map<FaceName, OpenFont>();

export function createFaces(pdf: PDFDocument): Faces {
  const used = new Map<FaceName, SubsetFont>();
  const face = (name: FaceName): SubsetFont => {
    const known = used.get(name);
    if (known !== undefined) return known;
    const made = createSubsetFont(pdf, fontOf(name), NAMES[name]);
    used.set(name, made);
    return made;
  };
  return {
    glyph: (wanted, character) => {
      for (const name of [wanted, ...FALLBACK]) {
        const glyph = face(name).glyph(character);
        if (glyph !== null) return { ...glyph, face: name };
      }
      return null;
    },
    ref: (name) => used.get(name)?.ref ?? null,
    embed: () => {
      for (const font of used.values()) font.embed();
    },
  };
}

/** @throws when the installation lacks the font */
function fontOf(name: FaceName): OpenFont {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const font = openFont(readFileSync(assetsFolder('fonts', FILES[name])));
  if (font === null) throw new Error(`安装不完整：字体文件 ${FILES[name]} 打不开。`);
  opened.set(name, font);
  return font;
}
