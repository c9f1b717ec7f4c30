import { PDFName as Name, type PDFDict, type PDFDocument, type PDFName, type PDFRef } from 'pdf-lib';
import type { Box } from '../box.ts';
import { combine, type Matrix } from '../matrix.ts';
import { OfdTooLarge } from '../openPackage.ts';
import type { Faces } from './createFaces.ts';
import type { FaceName } from './familyOf.ts';
import { pdfNumbers } from './pdfNumbers.ts';

export type Look = { readonly fillAlpha: number; readonly strokeAlpha: number; readonly multiply: boolean };

/** One page being drawn: operators in millimetres, y downwards, and the names of what they use. */
export type Canvas = {
  readonly put: (operators: string) => void;
  /** Draws in a space of its own: the graphics state before and after is the same. */
  readonly within: (matrix: Matrix | null, draw: () => void) => void;
  readonly font: (face: FaceName) => string;
  /** A picture or form by its reference. */
  readonly object: (ref: PDFRef) => string;
  /** Sets transparency; nothing where all covers. */
  readonly look: (look: Look) => void;
  /** Adds the page to the document. */
  readonly finish: () => void;
};

const POINTS = 72 / 25.4;
/** Operators of one page, uncompressed. */
const MOST_BYTES = 64 * 2 ** 20;

export function createCanvas(pdf: PDFDocument, faces: Faces, box: Box): Canvas {
  const operators: string[] = [];
  let length = 0;
  const fonts = new Set<FaceName>();
  const objects = new Map<PDFRef, string>();
  const looks = new Map<string, { readonly name: string; readonly dict: PDFDict }>();
  const put = (text: string): void => {
    length += text.length + 1;
    if (length > MOST_BYTES) throw new OfdTooLarge('operators of a page');
    operators.push(text);
  };
  return {
    put,
    within: (matrix, draw) => {
      put(matrix === null ? 'q' : `q ${pdfNumbers(...matrix)} cm`);
      draw();
      put('Q');
    },
    font: (face) => {
      fonts.add(face);
      return `/${face}`;
    },
    object: (ref) => {
      const known = objects.get(ref);
      if (known !== undefined) return known;
      const name = `/X${objects.size + 1}`;
      objects.set(ref, name);
      return name;
    },
    look: ({ fillAlpha, strokeAlpha, multiply }) => {
      if (fillAlpha === 1 && strokeAlpha === 1 && !multiply) return;
      const key = pdfNumbers(fillAlpha, strokeAlpha, multiply ? 1 : 0);
      const made = looks.get(key) ?? {
        name: `/G${looks.size + 1}`,
        dict: pdf.context.obj({ ca: fillAlpha, CA: strokeAlpha, BM: multiply ? 'Multiply' : 'Normal' }),
      };
      looks.set(key, made);
      put(`${made.name} gs`);
    },
    finish: () => {
      const { context } = pdf;
      const page = pdf.addPage([box.width * POINTS, box.height * POINTS]);
      const upright: Matrix = [POINTS, 0, 0, -POINTS, 0, box.height * POINTS];
      const whole = pdfNumbers(...combine(upright, [1, 0, 0, 1, -box.x, -box.y]));
      const contents = context.flateStream(`q ${whole} cm\n${operators.join('\n')}\nQ`);
      page.node.set(Name.of('Contents'), context.register(contents));
      const resources = context.obj({});
      const set = (kind: string, entries: readonly (readonly [string, PDFRef | PDFDict])[]): void => {
        if (entries.length === 0) return;
        const dict = context.obj({});
        for (const [name, value] of entries) dict.set(nameOf(name), value);
        resources.set(Name.of(kind), dict);
      };
      const fontRefs = [...fonts].flatMap((face): (readonly [string, PDFRef])[] => {
        const ref = faces.ref(face);
        return ref === null ? [] : [[face, ref]];
      });
      set('Font', fontRefs);
      set(
        'XObject',
        [...objects].map(([ref, name]) => [name, ref]),
      );
      set(
        'ExtGState',
        [...looks.values()].map(({ name, dict }) => [name, dict]),
      );
      page.node.set(Name.of('Resources'), resources);
    },
  };
}

function nameOf(name: string): PDFName {
  return Name.of(name.replace(/^\//, ''));
}
