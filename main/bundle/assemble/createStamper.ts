import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import { formatNumber, formatNumbers } from './formatNumber.ts';
import { pdfText } from './pdfText.ts';
import { A4 } from './placePage.ts';

const MM = 72 / 25.4;
/** GB/T 9704: the number stands one character in from the text block (26 mm margin + 5 mm). */
const NUMBER_INSET = 31 * MM;
const FOOT_BASELINE = 7 * MM;
const NOTE_SIZE = 9;
const NOTE_WIDTH = 110 * MM;
const WATERMARK_SIZE = 190;

/** The name of the stamp font in the resources of every stamped page. */
export const FONT_NAME = 'CCStampFont';
/** The name of the watermark's form in the resources of every page of a draft. */
export const WATERMARK_NAME = 'CCDraftMark';

export type Stamper = {
  readonly fontNumber: number;
  /** Operators that print the page number and the note in the foot of a page. */
  readonly foot: (printed: number | null, note: string | undefined) => string;
  /** Operators of a page of text: a large first line, paragraphs below. */
  readonly notice: (heading: string, paragraphs: readonly string[]) => string;
  /** The watermark as a form XObject of A4 size: inside of its dictionary and its operators. */
  readonly watermark: (text: string) => { readonly dict: string; readonly operators: string };
  /** Embeds the subset of the glyphs used; call once, after the last stamp. */
  readonly embed: () => Promise<void>;
};

/** Prepares the stamps of a bundle in a subset of one TrueType font, embedded in its base document. */
export async function createStamper(base: PDFDocument, fontPath: string, sizePt: number): Promise<Stamper> {
  base.registerFontkit(fontkit);
  const font: PDFFont = await base.embedFont(readFileSync(fontPath), {
    subset: true,
    customName: 'CHCEST+StampSerif',
  });

  // Laying out text is slow, and the stamps need neither ligatures nor kerning: once a character.
  const glyphs = new Map<string, { readonly hex: string; readonly width: number }>();
  const glyph = (character: string) => {
    const known = glyphs.get(character);
    if (known !== undefined) return known;
    const hex = font.encodeText(character).asString();
    const made = { hex, width: font.widthOfTextAtSize(character, 1) };
    glyphs.set(character, made);
    return made;
  };
  const encode = (text: string): string => `<${[...text].map((one) => glyph(one).hex).join('')}>`;
  const width = (text: string, size: number): number =>
    [...text].reduce((sum, one) => sum + glyph(one).width, 0) * size;
  const line = (text: string, x: number, y: number, size: number): string =>
    `BT /${FONT_NAME} ${formatNumber(size)} Tf ${formatNumbers([1, 0, 0, 1, x, y])} Tm ${encode(text)} Tj ET\n`;

  const number = (printed: number): string => {
    const text = `— ${printed} —`;
    const x = printed % 2 === 1 ? A4.width - NUMBER_INSET - width(text, sizePt) : NUMBER_INSET;
    return line(text, x, FOOT_BASELINE, sizePt);
  };
  const note = (text: string): string => {
    const short = shorten(text, (candidate) => width(candidate, NOTE_SIZE) <= NOTE_WIDTH);
    return line(short, (A4.width - width(short, NOTE_SIZE)) / 2, FOOT_BASELINE, NOTE_SIZE);
  };

  return {
    fontNumber: font.ref.objectNumber,
    foot: (printed, text) =>
      `q 0 g 0 Tr ${printed === null ? '' : number(printed)}${text === undefined || text === '' ? '' : note(text)}Q\n`,
    notice: (heading, paragraphs) => {
      const left = 28 * MM;
      const room = A4.width - 2 * left;
      let y = A4.height - 80 * MM;
      let operators = `q 0 g 0 Tr ${line(heading, left, y, 22)}`;
      y -= 16;
      for (const paragraph of paragraphs) {
        y -= 12;
        for (const row of wrap(paragraph, (text) => width(text, 14) <= room)) {
          y -= 24;
          if (y < 25 * MM) break;
          operators += line(row, left, y, 14);
        }
      }
      return `${operators}Q\n`;
    },
    watermark: (text) => {
      const half = width(text, WATERMARK_SIZE) / 2;
      const slope = Math.SQRT1_2;
      const middle = [A4.width / 2, A4.height / 2] as const;
      // Turned by 45 degrees about the middle of the page.
      const x = middle[0] - half * slope + WATERMARK_SIZE * 0.36 * slope;
      const y = middle[1] - half * slope - WATERMARK_SIZE * 0.36 * slope;
      const matrix = formatNumbers([slope, slope, -slope, slope, x, y]);
      return {
        dict: `/Type/XObject/Subtype/Form/BBox[0 0 ${formatNumbers([A4.width, A4.height])}]/Resources<</Font<</${FONT_NAME} ${font.ref.objectNumber} 0 R>>/ExtGState<</G<</ca 0.11>>>>>>`,
        // Programs that read the text find 草稿 as one word, though it runs askew.
        operators: `/Span<</ActualText ${pdfText(text)}>>BDC q /G gs 0 g BT /${FONT_NAME} ${WATERMARK_SIZE} Tf ${matrix} Tm ${encode(text)} Tj ET Q EMC`,
      };
    },
    embed: () => font.embed(),
  };
}

function shorten(text: string, fits: (candidate: string) => boolean): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  if (fits(characters.join(''))) return characters.join('');
  while (characters.length > 0 && !fits(`${characters.join('')}…`)) characters.pop();
  return `${characters.join('')}…`;
}

function wrap(text: string, fits: (candidate: string) => boolean): string[] {
  const rows: string[] = [];
  let row = '';
  for (const character of text) {
    if (row !== '' && !fits(row + character)) {
      rows.push(row);
      row = '';
    }
    row += character;
  }
  return row === '' ? rows : [...rows, row];
}
