import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib';
import { type Box, type SourcePage, turned } from './placePage.ts';

/** A page of a document with the attributes it inherits resolved. */
export type PageEntry = {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly geometry: SourcePage;
  readonly resources: PDFObject | undefined;
};

/** More pages than a bound volume can hold; a file that claims more is hostile or a mistake. */
export const MAX_PAGES = 20_000;
const MAX_DEPTH = 64;
const LETTER: Box = { x0: 0, y0: 0, x1: 612, y1: 792 };
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
type Inherited = Readonly<Partial<Record<(typeof INHERITED)[number], PDFObject>>>;

/**
 * The pages of a document in order, by walking its page tree; /Count is not believed.
 * @throws when there is no page tree or it holds more than MAX_PAGES pages
 */
export function listPages(context: PDFContext): PageEntry[] {
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) throw new Error('no catalog');
  const root = catalog.get(PDFName.of('Pages'));
  if (root === undefined) throw new Error('no page tree');
  const pages: PageEntry[] = [];
  const seen = new Set<PDFObject>();

  const walk = (node: PDFObject, inherited: Inherited, depth: number): void => {
    const dict = context.lookup(node);
    if (!(dict instanceof PDFDict) || seen.has(dict)) return;
    if (depth > MAX_DEPTH) throw new Error('page tree too deep');
    seen.add(dict);
    const own = inherit(dict, inherited);
    const kids = dict.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) {
      for (const kid of kids.asArray()) walk(kid, own, depth + 1);
      return;
    }
    if (!(node instanceof PDFRef)) throw new Error('a page that is no indirect object');
    if (pages.length >= MAX_PAGES) throw new Error(`more than ${MAX_PAGES} pages`);
    pages.push({ ref: node, dict, geometry: geometryOf(context, dict, own), resources: own.Resources });
  };
  walk(root, {}, 0);
  return pages;
}

function inherit(dict: PDFDict, inherited: Inherited): Inherited {
  const own: Partial<Record<(typeof INHERITED)[number], PDFObject>> = { ...inherited };
  for (const key of INHERITED) {
    const value = dict.get(PDFName.of(key));
    if (value !== undefined) own[key] = value;
  }
  return own;
}

function geometryOf(context: PDFContext, dict: PDFDict, own: Inherited): SourcePage {
  const media = boxOf(context, own.MediaBox) ?? LETTER;
  const crop = boxOf(context, own.CropBox);
  const rotate = context.lookup(own.Rotate);
  const userUnit = dict.lookup(PDFName.of('UserUnit'));
  const unit = userUnit instanceof PDFNumber ? userUnit.asNumber() : 1;
  return {
    box: (crop === undefined ? undefined : intersect(media, crop)) ?? media,
    rotate: rotate instanceof PDFNumber ? turned(rotate.asNumber()) : 0,
    userUnit: unit > 0 && Number.isFinite(unit) ? unit : 1,
  };
}

/** Four numbers in any order of corners as a box; undefined when empty or no box at all. */
export function boxOf(context: PDFContext, object: PDFObject | undefined): Box | undefined {
  const array = context.lookup(object);
  if (!(array instanceof PDFArray)) return undefined;
  const numbers = array.asArray().map((item) => {
    const number = context.lookup(item);
    return number instanceof PDFNumber ? number.asNumber() : Number.NaN;
  });
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = numbers;
  const box = { x0: Math.min(a, c), y0: Math.min(b, d), x1: Math.max(a, c), y1: Math.max(b, d) };
  return box.x1 > box.x0 && box.y1 > box.y0 ? box : undefined;
}

function intersect(one: Box, other: Box): Box | undefined {
  const box = {
    x0: Math.max(one.x0, other.x0),
    y0: Math.max(one.y0, other.y0),
    x1: Math.min(one.x1, other.x1),
    y1: Math.min(one.y1, other.y1),
  };
  return box.x1 > box.x0 && box.y1 > box.y0 ? box : undefined;
}
