import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Face } from '../prepare/prepared.ts';

/** Family names as Typst reads them from the files of assets/fonts. */
const FANG = 'FandolFang R';
const KAI = 'LXGW WenKai';
const HEI = 'Noto Sans SC';
const SONG = 'Noto Serif SC';

/**
 * The families of each face, first choice first: a glyph the first has not comes from the next.
 * All four end in the same faces, so that a character any font has is printed in every one of them.
 */
export const faces: { readonly latin: string } & Readonly<Record<Face, readonly string[]>> = {
  latin: SONG,
  fang: [FANG, SONG, KAI, HEI],
  kai: [KAI, SONG, FANG, HEI],
  hei: [HEI, SONG, KAI, FANG],
  song: [SONG, KAI, FANG, HEI],
};

const FILES = [
  'FandolFang-Regular.otf',
  'LXGWWenKai-Regular.ttf',
  'NotoSansSC-Regular.ttf',
  'NotoSerifSC-Regular.ttf',
  'NotoSerifSC-Bold.ttf',
];

/** Font files the typesetter needs and the folder does not hold. */
export function missingFontFiles(fontsDir: string): string[] {
  return FILES.filter((name) => !existsSync(path.join(fontsDir, name)));
}
