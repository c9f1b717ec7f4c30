/** The bundled faces. */
export type FaceName = 'song' | 'songBold' | 'hei' | 'heiBold' | 'kai' | 'fang';

/** Which bundled face stands for a font of the issuer's machine, and how wide its Latin characters are. */
export type Family = {
  readonly face: FaceName;
  /** `half`: Latin takes half a square, as in Chinese fonts; `mono`: 0.6, as in Courier; `own`: as the face has it. */
  readonly latin: 'half' | 'mono' | 'own';
  /** The face has no bold cut: its strokes are made thicker. */
  readonly thicken: boolean;
};

const FAMILIES: readonly (readonly [RegExp, 'song' | 'hei' | 'kai' | 'fang', Family['latin'], boolean?])[] = [
  [/仿宋|fang/, 'fang', 'half'],
  [/楷|kai/, 'kai', 'half'],
  [/标宋|xiaobiao/, 'song', 'half', true],
  [/雅黑|yahei|等线|dengxian/, 'hei', 'own'],
  [/黑|hei/, 'hei', 'half'],
  [/宋|song|sun/, 'song', 'half'],
  [/courier|consol|mono|ocr/, 'song', 'mono'],
  [/arial|helvet|sans|calibri|tahoma|verdana/, 'hei', 'own'],
];

/** By the font's name in any spelling; 宋体 stands for what is not known. */
export function familyOf(name: string, bold: boolean): Family {
  const plain = name.normalize('NFKC').toLowerCase();
  const [, base, latin, heavy] = FAMILIES.find(([pattern]) => pattern.test(plain)) ?? [null, 'song', 'own'];
  const wanted = bold || heavy === true || /bold|粗/.test(plain);
  if (!wanted) return { face: base, latin, thicken: false };
  if (base === 'song') return { face: 'songBold', latin, thicken: false };
  if (base === 'hei') return { face: 'heiBold', latin, thicken: false };
  return { face: base, latin, thicken: true };
}
