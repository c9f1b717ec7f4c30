import { type PDFContext, PDFInvalidObject, type PDFObject, type PDFRef, PDFStream } from 'pdf-lib';
import type { PdfFileWriter } from './createPdfFileWriter.ts';
import { serializeEntries, serializeObject } from './serializeObject.ts';

export type ObjectCopier = {
  /** PDF syntax of an object; what it refers to is copied by the next `flush`. */
  readonly text: (object: PDFObject) => string;
  /** Inside of a dictionary without the keys of `skip`. */
  readonly entries: (dict: Parameters<typeof serializeEntries>[0], skip?: ReadonlySet<string>) => string;
  /** Reference in the bundle of an object of the source: `12 0 R`. */
  readonly reference: (source: PDFRef) => string;
  /** Number given to an object of the source, if anything copied refers to it. */
  readonly numberOf: (source: PDFRef) => number | undefined;
  /** Writes everything referred to so far, and what that refers to. */
  readonly flush: () => void;
};

const LENGTH: ReadonlySet<string> = new Set(['/Length']);

/**
 * Copies objects of one document straight into the bundle's file, each once, renumbered.
 * Nothing is kept in memory but the numbers.
 * @param fixed references with a place of their own: pages (those left out are `null`)
 */
export function createObjectCopier(
  source: PDFContext,
  writer: PdfFileWriter,
  allocate: () => number,
  fixed: ReadonlyMap<PDFRef, number | null>,
): ObjectCopier {
  const numbers = new Map<PDFRef, number>();
  const queue: PDFRef[] = [];

  const reference = (ref: PDFRef): string => {
    const place = fixed.get(ref);
    if (place === null) return 'null';
    if (place !== undefined) return `${place} 0 R`;
    const known = numbers.get(ref);
    if (known !== undefined) return `${known} 0 R`;
    const object = source.lookup(ref);
    if (object === undefined || object instanceof PDFInvalidObject) return 'null';
    const number = allocate();
    numbers.set(ref, number);
    queue.push(ref);
    return `${number} 0 R`;
  };
  const write = (number: number, object: PDFObject): void => {
    if (object instanceof PDFStream) {
      writer.writeStream(number, serializeEntries(object.dict, reference, LENGTH), object.getContents());
    } else writer.writeObject(number, serializeObject(object, reference));
  };

  return {
    text: (object) => serializeObject(object, reference),
    entries: (dict, skip) => serializeEntries(dict, reference, skip),
    reference,
    numberOf: (ref) => fixed.get(ref) ?? numbers.get(ref),
    flush: () => {
      for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
        const object = source.lookup(ref);
        const number = numbers.get(ref);
        if (object !== undefined && number !== undefined) write(number, object);
      }
    },
  };
}
