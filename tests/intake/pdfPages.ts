import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import {
  degrees,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  rgb,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib';
import { qrModules } from './qrPictures.ts';

const FONT = join(import.meta.dirname, '../../assets/fonts/NotoSansSC-Regular.ttf');

/** A line of text: its left end and its baseline in points from the top left corner; letters may be spread. */
export type Words = readonly [text: string, x: number, y: number, size?: number, advance?: number];

export type PageSpec = {
  readonly size?: readonly [number, number];
  readonly words: readonly Words[];
  /** Codes drawn square by square: payload, left, top, side. */
  readonly codes?: readonly (readonly [payload: string, x: number, y: number, side: number])[];
  /** Everything is drawn turned by so many degrees clockwise, without /Rotate. */
  readonly drawnTurned?: 180;
  /** /Rotate. */
  readonly rotate?: 90 | 180 | 270;
  /** Text that is laid under a picture and not painted. */
  readonly hidden?: boolean;
};

/** Writes a PDF of such pages and returns its path. */
export async function writePdf(
  folder: string,
  name: string,
  pages: readonly PageSpec[],
  info: Readonly<Record<string, string>> = {},
  attached: Readonly<Record<string, string>> = {},
): Promise<string> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const font = await pdf.embedFont(readFileSync(FONT), { subset: true });
  for (const spec of pages) await drawPage(pdf, font, spec);
  const dictionary = pdf.context.obj({});
  for (const [key, value] of Object.entries(info))
    dictionary.set(PDFName.of(key), PDFHexString.fromText(value));
  pdf.context.trailerInfo.Info = pdf.context.register(dictionary);
  for (const [file, content] of Object.entries(attached))
    await pdf.attach(new TextEncoder().encode(content), file, { mimeType: 'text/xml' });
  const path = join(folder, name);
  writeFileSync(path, await pdf.save());
  return path;
}

async function drawPage(pdf: PDFDocument, font: PDFFont, spec: PageSpec): Promise<void> {
  const [width, height] = spec.size ?? [595, 397];
  const page = pdf.addPage([width, height]);
  if (spec.rotate !== undefined) page.setRotation(degrees(spec.rotate));
  if (spec.hidden === true) page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
  for (const [text, x, y, size = 9, advance] of spec.words) {
    if (advance === undefined) drawText(page, font, text, x, y, size, spec);
    else
      for (const [index, letter] of [...text].entries())
        drawText(page, font, letter, x + index * advance, y, size, spec);
  }
  for (const [payload, left, top, side] of spec.codes ?? []) {
    const modules = await qrModules(payload);
    const step = side / modules.side;
    for (let v = 0; v < modules.side; v++) {
      for (let u = 0; u < modules.side; u++) {
        if (!modules.dark(u, v)) continue;
        const [x, y] = [left + u * step, height - top - (v + 1) * step];
        const turned = spec.drawnTurned === 180;
        page.drawRectangle({
          x: turned ? width - x - step : x,
          y: turned ? height - y - step : y,
          width: step,
          height: step,
          color: rgb(0, 0, 0),
        });
      }
    }
  }
}

function drawText(
  page: PDFPage,
  font: PDFFont,
  text: string,
  x: number,
  y: number,
  size: number,
  spec: PageSpec,
): void {
  const { width, height } = page.getSize();
  const turned = spec.drawnTurned === 180;
  page.drawText(text, {
    x: turned ? width - x : x,
    y: turned ? y : height - y,
    size,
    font,
    ...(turned ? { rotate: degrees(180) } : {}),
  });
}

/** Words written downwards. */
export function downwards(word: string, x: number, y: number, step = 10, size = 9): Words[] {
  return [...word].map((letter, index) => [letter, x, y + index * step, size] as const);
}
