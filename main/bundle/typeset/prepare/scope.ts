import type { PictureAsset } from '../../../../shared/documents/bundleDocument.ts';
import type { GlyphCoverage } from '../fonts/glyphCoverage.ts';
import type { AnchorBook } from './anchorBook.ts';

/** What preparing a block has at hand. */
export interface Scope {
  readonly anchors: AnchorBook;
  readonly assets: ReadonlyMap<string, PictureAsset>;
  /** Pictures Typst has refused. */
  readonly refused: ReadonlySet<string>;
  readonly pageNumbers: ReadonlyMap<string, number>;
  readonly coverage: GlyphCoverage;
  /** Adds a warning for the user, told with the heading it stands under; the same one only once. */
  readonly warn: (message: string) => void;
  /** Tells under which heading the following blocks stand. */
  readonly enter: (heading: string) => void;
}

/** Room a block has. */
export interface Room {
  readonly mode: 'flow' | 'list' | 'cell';
  readonly widthMm: number;
  /** Size of its text in points. */
  readonly size: number;
  readonly pitch: number;
  /** How many lists and tables it lies in. */
  readonly depth: number;
}

/** Characters on a line of a room. */
export function emsOf(room: Room): number {
  return Math.max(1, Math.floor((((room.widthMm / 25.4) * 72) / room.size) * 100) / 100);
}

/** Points to millimetres. */
export function pointsToMm(points: number): number {
  return (points / 72) * 25.4;
}
