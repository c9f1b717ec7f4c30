import type { PDFDocument } from 'pdf-lib';
import { OfdTooLarge } from '../openPackage.ts';
import type { Canvas } from './createCanvas.ts';
import { createFaces, type Faces } from './createFaces.ts';
import { createMissing, type Missing } from './createMissing.ts';
import { createPictures, type Pictures } from './createPictures.ts';
import type { OfdResources } from './ofdResources.ts';
import type { OwnFont } from './ownFont.ts';

/** What one PDF is made with. */
export type Drawing = {
  readonly pdf: PDFDocument;
  readonly faces: Faces;
  readonly pictures: Pictures;
  readonly missing: Missing;
  /** Counts an object. @throws OfdTooLarge when it is one too many */
  readonly count: () => void;
};

/** Where objects are drawn: a page, or the inside of a composite or a seal on it. */
export type Scene = {
  readonly drawing: Drawing;
  readonly canvas: Canvas;
  readonly resources: OfdResources;
  /** Fonts the OFD brings, by id; opened when they are first wanted. */
  readonly ownFonts: Map<string, OwnFont | null>;
  /** Page of the PDF, from 1, for what is said about it. */
  readonly page: number;
  /** Id of the layer's DrawParam; empty for none. */
  readonly layer: string;
  /** Composites and blocks inside each other. */
  readonly depth: number;
};

/** A composite that holds itself would be drawn forever. */
export const DEEPEST = 16;
/** Of one file, templates counted on every page. */
const MOST_OBJECTS = 500_000;

export function createDrawing(pdf: PDFDocument): Drawing {
  let objects = 0;
  return {
    pdf,
    faces: createFaces(pdf),
    pictures: createPictures(pdf),
    missing: createMissing(),
    count: () => {
      objects += 1;
      if (objects > MOST_OBJECTS) throw new OfdTooLarge('objects');
    },
  };
}
