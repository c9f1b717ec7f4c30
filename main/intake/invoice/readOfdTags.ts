import type { ReadInvoice, ReadingPlace } from '../../../shared/entities/invoiceReading.ts';
import type { Ofd, OfdDocument } from '../ofd/openOfd.ts';
import { attributeOf, descendantsOf, textAt, type XmlElement } from '../xml/xmlElement.ts';
import { readEInvoice } from './readEInvoice.ts';
import { readOriginalInvoice } from './readOriginalInvoice.ts';

/** A text object with its place on the page it stands on. */
export type TaggedText = { readonly text: string; readonly place: ReadingPlace };

const MOST_FILES = 16;

/**
 * What the tags of a document tell: files in the shape of an invoice's data whose leaves hold no values but the ids of
 * text objects (ObjectRef), or the value itself (ObjectData). A value may be split over several objects, and ¥ is one
 * of its own: they are put together in the order the tag names them.
 * @param textOf the object of an id on a page (by the page's id; empty when the tag names none)
 */
export function readOfdTags(
  ofd: Ofd,
  document: OfdDocument,
  textOf: (pageId: string, id: string) => TaggedText | null,
): readonly ReadInvoice[] {
  const { folder, root } = document.part;
  const list = ofd.partAt(folder, textAt(root, 'CustomTags'));
  if (list === null) return [];
  return descendantsOf(list.root, 'CustomTag')
    .slice(0, MOST_FILES)
    .flatMap((tag) => {
      const file = ofd.partAt(list.folder, textAt(tag, 'FileLoc') || textAt(tag, 'BaseLoc'));
      if (file === null) return [];
      const places = new Map<XmlElement, ReadingPlace>();
      const filled = fill(file.root, textOf, places);
      const telling = { source: 'ofd-tags', placeOf: (at: XmlElement) => places.get(at) ?? null } as const;
      return readEInvoice(filled, telling) ?? readOriginalInvoice(filled, telling) ?? [];
    });
}

/** The same tree with the words of the page in the place of references to them. */
function fill(
  element: XmlElement,
  textOf: (pageId: string, id: string) => TaggedText | null,
  places: Map<XmlElement, ReadingPlace>,
): XmlElement {
  const values = element.children.filter(({ name }) => name === 'ObjectRef' || name === 'ObjectData');
  if (values.length === 0) {
    const children = element.children.map((child) => fill(child, textOf, places));
    return { ...element, children };
  }
  const texts = values.map((value) => {
    if (value.name === 'ObjectData') return { text: value.text, place: null };
    return textOf(attributeOf(value, 'PageRef'), value.text.trim());
  });
  const filled: XmlElement = {
    ...element,
    children: [],
    text: texts.map((each) => each?.text ?? '').join(''),
  };
  const place = texts.map((each) => each?.place ?? null).reduce(around, null);
  if (place !== null) places.set(filled, place);
  return filled;
}

/** The rectangle around two places; those of another page than the first are left out. */
function around(one: ReadingPlace | null, other: ReadingPlace | null): ReadingPlace | null {
  if (one === null || other === null) return one ?? other;
  if (one.on !== 'page' || other.on !== 'page' || one.page !== other.page) return one;
  const left = Math.min(one.left, other.left);
  const top = Math.min(one.top, other.top);
  const right = Math.max(one.left + one.width, other.left + other.width);
  const bottom = Math.max(one.top + one.height, other.top + other.height);
  return { ...one, left, top, width: right - left, height: bottom - top };
}
