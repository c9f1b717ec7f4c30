import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureFonts } from '../../../scripts/setup/fonts.ts';
import { projectRoot } from '../../../scripts/setup/projectRoot.ts';

const folder = path.join(projectRoot, 'assets', 'fonts');
/** What an application is written with, the rarer characters of names and units among it. */
const text = '成册申报单位（盖章）2020年1月——“工业互联网”①℃';

const fonts = [
  { file: 'NotoSerifSC-Regular.ttf', family: 'Noto Serif SC', weight: 400, notice: 'OFL-NotoSerifSC.txt' },
  { file: 'NotoSerifSC-Bold.ttf', family: 'Noto Serif SC', weight: 700, notice: 'OFL-NotoSerifSC.txt' },
  { file: 'NotoSansSC-Regular.ttf', family: 'Noto Sans SC', weight: 400, notice: 'OFL-NotoSansSC.txt' },
  { file: 'NotoSansSC-Bold.ttf', family: 'Noto Sans SC', weight: 700, notice: 'OFL-NotoSansSC.txt' },
  { file: 'LXGWWenKai-Regular.ttf', family: 'LXGW WenKai', weight: 400, notice: 'OFL-LXGWWenKai.txt' },
  { file: 'FandolFang-Regular.otf', family: 'FandolFang R', weight: 400, notice: 'fandol/COPYING' },
];

/** The part of fontkit's font that is looked at here; its own types leave most of it out. */
type OpenedFont = {
  readonly familyName: string;
  readonly 'OS/2': { readonly usWeightClass: number };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly path: { readonly commands: readonly unknown[] } };
};

const open = (file: string): OpenedFont => create(readFileSync(file)) as unknown as OpenedFont;

describe('the fonts the program prints with', () => {
  beforeAll(async () => {
    expect(await ensureFonts()).toMatchObject({ ok: true });
  });

  it.each(fonts)('$file opens, is $family $weight and draws Chinese', ({ file, family, weight, notice }) => {
    const font = open(path.join(folder, file));
    expect(font.familyName).toBe(family);
    expect(font['OS/2'].usWeightClass).toBe(weight);
    const missing = [...text].filter(
      (character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
    expect(font.glyphForCodePoint('册'.codePointAt(0) ?? 0).path.commands.length).toBeGreaterThan(10);
    expect(existsSync(path.join(folder, notice)), notice).toBe(true);
  });

  it('are not made again while they are there', async () => {
    expect(await ensureFonts()).toEqual({ ok: true, note: 'fonts ok' });
  });
});
