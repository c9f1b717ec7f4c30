import { PDFArray, PDFDict, PDFInvalidObject, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';

/** Where a reference of the source points to in the bundle: `12 0 R`, or `null`. */
export type MapReference = (reference: PDFRef) => string;

/**
 * Keys that tie an object to structures of its own document that are not carried over.
 * StructParents would point into the base document's own tree of tags.
 */
const LEFT_BEHIND: ReadonlySet<string> = new Set(['/StructParents', '/StructParent', '/PieceInfo']);

const NOTHING: ReadonlySet<string> = new Set();

/**
 * PDF syntax (as Latin-1 text) of an object that is no stream, its references mapped.
 * @param leave keys (with slash) left out at any depth
 */
export function serializeObject(
  object: PDFObject,
  mapReference: MapReference,
  leave: ReadonlySet<string> = LEFT_BEHIND,
): string {
  if (object instanceof PDFRef) return mapReference(object);
  if (object instanceof PDFDict) return `<<${serializeEntries(object, mapReference, NOTHING, leave)}>>`;
  if (object instanceof PDFArray) {
    const parts = object.asArray().map((item) => serializeObject(item, mapReference, leave));
    return `[${parts.join(' ')}]`;
  }
  if (object instanceof PDFInvalidObject || object instanceof PDFStream) {
    throw new Error('an object that cannot be read stands inside another one');
  }
  return object.toString();
}

/** The inside of a dictionary; `skip` names keys (with slash) to leave out. */
export function serializeEntries(
  dict: PDFDict,
  mapReference: MapReference,
  skip: ReadonlySet<string> = NOTHING,
  leave: ReadonlySet<string> = LEFT_BEHIND,
): string {
  let text = '';
  for (const [key, value] of dict.entries()) {
    const name = key.toString();
    if (leave.has(name) || skip.has(name)) continue;
    text += `${name} ${serializeObject(value, mapReference, leave)}`;
  }
  return text;
}
