import { openPdfObjects, type PdfObjects } from './openPdfObjects.ts';
import { isArray, isDict, isRef, nameOf, type PdfDict, type PdfValue } from './pdfValue.ts';

export interface PdfFont {
  readonly name: string;
  readonly embedded: boolean;
  /** Bears the mark of a subset (six capital letters and a plus sign). */
  readonly subset: boolean;
  /** Physical pages that use it, counted from 1. */
  readonly pages: number[];
}

const MOST_PAGES = 100_000;
const DEEPEST = 12;

function isEmbedded(objects: PdfObjects, font: PdfDict): boolean {
  const kind = nameOf(objects.resolve(font.entries.get('Subtype')));
  // A Type 3 font draws its glyphs itself.
  if (kind === 'Type3') return true;
  const descendants = objects.resolve(font.entries.get('DescendantFonts'));
  const bearer = kind === 'Type0' && isArray(descendants) ? objects.resolve(descendants.items[0]) : font;
  if (!isDict(bearer)) return false;
  const descriptor = objects.resolve(bearer.entries.get('FontDescriptor'));
  if (!isDict(descriptor)) return false;
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
    isDict(objects.resolve(descriptor.entries.get(key))),
  );
}

/** Fonts in resources and in what they draw (forms, patterns), by object number or name. */
function fontsIn(
  objects: PdfObjects,
  resources: PdfValue,
  seen: Set<number>,
  depth: number,
): Map<string, PdfDict> {
  const found = new Map<string, PdfDict>();
  const dict = objects.resolve(resources);
  if (!isDict(dict) || depth > DEEPEST) return found;
  const children = (key: string): [string, PdfValue][] => {
    const value = objects.resolve(dict.entries.get(key));
    return isDict(value) ? [...value.entries] : [];
  };
  for (const [name, value] of children('Font')) {
    const font = objects.resolve(value);
    const key = isRef(value) ? String(value.number) : `direct ${name} ${depth}`;
    if (isDict(font)) found.set(key, font);
  }
  for (const key of ['XObject', 'Pattern'])
    for (const [, value] of children(key)) {
      if (isRef(value) && seen.has(value.number)) continue;
      if (isRef(value)) seen.add(value.number);
      const stream = objects.resolve(value);
      if (!isDict(stream)) continue;
      for (const [id, font] of fontsIn(objects, stream.entries.get('Resources') ?? null, seen, depth + 1))
        found.set(id, font);
    }
  return found;
}

function appearanceResources(objects: PdfObjects, page: PdfDict): PdfValue[] {
  const annotations = objects.resolve(page.entries.get('Annots'));
  if (!isArray(annotations)) return [];
  return annotations.items.flatMap((item) => {
    const annotation = objects.resolve(item);
    const appearance = isDict(annotation) ? objects.resolve(annotation.entries.get('AP')) : null;
    const normal = isDict(appearance) ? objects.resolve(appearance.entries.get('N')) : null;
    return isDict(normal) ? [normal.entries.get('Resources') ?? null] : [];
  });
}

interface LeafPage {
  readonly page: PdfDict;
  readonly resources: PdfValue;
}

function* leaves(
  objects: PdfObjects,
  node: PdfValue,
  inherited: PdfValue,
  seen: Set<number>,
): Generator<LeafPage> {
  if (isRef(node)) {
    if (seen.has(node.number)) return;
    seen.add(node.number);
  }
  const dict = objects.resolve(node);
  if (!isDict(dict) || seen.size > MOST_PAGES) return;
  const resources = dict.entries.get('Resources') ?? inherited;
  const kids = objects.resolve(dict.entries.get('Kids'));
  if (!isArray(kids)) yield { page: dict, resources };
  else for (const kid of kids.items) yield* leaves(objects, kid, resources, seen);
}

/**
 * Every font of a PDF with the pages that use it, read from the file's own structure. Throws when the
 * structure is unsound.
 */
export function readPdfFonts(path: string): PdfFont[] {
  const objects = openPdfObjects(path);
  try {
    const root = objects.resolve(objects.trailer.entries.get('Root'));
    const tree = isDict(root) ? (root.entries.get('Pages') ?? null) : null;
    const fonts = new Map<string, { font: PdfDict; pages: Set<number> }>();
    let number = 0;
    for (const { page, resources } of leaves(objects, tree, null, new Set())) {
      number += 1;
      const seen = new Set<number>();
      for (const source of [resources, ...appearanceResources(objects, page)])
        for (const [key, font] of fontsIn(objects, source, seen, 0)) {
          const id = key.startsWith('direct') ? `${key} ${number}` : key;
          const entry = fonts.get(id) ?? { font, pages: new Set() };
          entry.pages.add(number);
          fonts.set(id, entry);
        }
    }
    return [...fonts.values()].map(({ font, pages }) => {
      const full = nameOf(objects.resolve(font.entries.get('BaseFont'))) ?? '（无名字体）';
      const subset = /^[A-Z]{6}\+/.test(full);
      return {
        name: subset ? full.slice(7) : full,
        subset,
        embedded: isEmbedded(objects, font),
        pages: [...pages],
      };
    });
  } finally {
    objects.close();
  }
}
