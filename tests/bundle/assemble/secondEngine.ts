import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

export type Rendered = {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Part of the page, 0 to 1, whose pixels `test` accepts. */
  readonly part: (test: (r: number, g: number, b: number) => boolean) => number;
  /** Middle of the pixels that `test` accepts, in mm from the top left; undefined if there are none. */
  readonly middle: (
    test: (r: number, g: number, b: number) => boolean,
  ) => { x: number; y: number } | undefined;
  readonly at: (xMm: number, yMm: number) => readonly [number, number, number];
};

export const isRed = (r: number, g: number, b: number): boolean => r > 180 && g < 90 && b < 90;
export const isBlue = (r: number, g: number, b: number): boolean => b > 150 && g < 110 && r < 110;
export const isGreen = (r: number, g: number, b: number): boolean => g > 90 && r < 80 && b < 80;
export const isDark = (r: number, g: number, b: number): boolean => Math.max(r, g, b) < 130;

/** Renders a page (from 1) with poppler, another engine than those that bound it. */
export async function renderPage(pdf: string, page: number, dpi = 30): Promise<Rendered> {
  const folder = mkdtempSync(join(tmpdir(), 'chengce-render-'));
  try {
    const args = [
      '-r',
      String(dpi),
      '-f',
      String(page),
      '-l',
      String(page),
      '-singlefile',
      '-png',
      pdf,
      join(folder, 'p'),
    ];
    execFileSync('pdftoppm', args, { stdio: 'pipe' });
    const image = sharp(readFileSync(join(folder, 'p.png')))
      .removeAlpha()
      .toColourspace('srgb');
    const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
    const pixel = (index: number) =>
      [data[index * 3] ?? 0, data[index * 3 + 1] ?? 0, data[index * 3 + 2] ?? 0] as const;
    const mm = 25.4 / dpi;
    const matching = (test: (r: number, g: number, b: number) => boolean): number[] =>
      Array.from({ length: info.width * info.height }, (_, index) => index).filter((index) =>
        test(...pixel(index)),
      );
    return {
      widthMm: info.width * mm,
      heightMm: info.height * mm,
      part: (test) => matching(test).length / (info.width * info.height),
      middle: (test) => {
        const found = matching(test);
        if (found.length === 0) return undefined;
        const sum = found.reduce(
          (total, index) => ({
            x: total.x + (index % info.width),
            y: total.y + Math.floor(index / info.width),
          }),
          { x: 0, y: 0 },
        );
        return { x: (sum.x / found.length + 0.5) * mm, y: (sum.y / found.length + 0.5) * mm };
      },
      at: (xMm, yMm) => pixel(Math.floor(yMm / mm) * info.width + Math.floor(xMm / mm)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function textOf(pdf: string, page?: number): string {
  const range = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
  return execFileSync('pdftotext', [...range, '-layout', pdf, '-'], { encoding: 'utf8' });
}

/** What `qpdf --check` says; throws when it finds an error. */
export function qpdfCheck(pdf: string): string {
  return execFileSync('qpdf', ['--check', pdf], { encoding: 'utf8' });
}

/** The document as qpdf reads it. */
export function qpdfJson(pdf: string): {
  readonly pages: readonly object[];
  readonly outlines: readonly object[];
} {
  const text = execFileSync('qpdf', ['--json=1', '--json-key=pages', '--json-key=outlines', pdf], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return JSON.parse(text);
}

/**
 * The number printed on a page, as poppler reads it. It takes words with the very same gap
 * between them for one word, so `— 7 —` reads as `—7—` in most of its modes.
 */
export function printedNumber(pdf: string, page: number): number {
  const found = /—\s*(\d+)\s*—\s*$/m.exec(textOf(pdf, page));
  return Number(found?.[1] ?? Number.NaN);
}
