import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { NeedsMoreBytes, NotPdf, type PdfParser, parsePdf } from './parsePdfValue.ts';
import { isArray, isDict, isRef, nameOf, type PdfDict, type PdfValue } from './pdfValue.ts';

const FIRST_WINDOW = 4096;
const MOST_BYTES = 256 * 1024 * 1024;
/** What an object or cross-reference stream may unpack to. */
const MOST_UNPACKED = 512 * 1024 * 1024;

type Place = { readonly offset: number } | { readonly container: number; readonly index: number };

/** Random access to the objects of a PDF on disk; nothing is kept in memory but what was asked for. */
export interface PdfObjects {
  readonly trailer: PdfDict;
  /** An object by its number; null when there is none. */
  readonly object: (number: number) => PdfValue;
  /** Follows a reference. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
  readonly close: () => void;
}

/**
 * Reads the structure of a PDF by itself, with neither the library that wrote it nor the one that shows
 * it, so that the proof does not repeat their mistakes. Throws `NotPdf` for a file without a sound
 * cross-reference.
 */
export function openPdfObjects(path: string): PdfObjects {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const places = new Map<number, Place>();
  const containers = new Map<number, PdfValue[]>();

  function read(offset: number, length: number): Uint8Array {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
    let filled = 0;
    while (filled < buffer.length) {
      const got = readSync(file, buffer, filled, buffer.length - filled, offset + filled);
      if (got === 0) break;
      filled += got;
    }
    return buffer.subarray(0, filled);
  }

  /** Parses at an offset, with as many bytes as it takes. */
  function parseAt<T>(offset: number, use: (parser: PdfParser, bytes: Uint8Array) => T): T {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset >= size) throw new NotPdf(`offset ${offset}`);
    for (let length = FIRST_WINDOW; ; length *= 4) {
      const bytes = read(offset, length);
      try {
        return use(parsePdf(bytes, 0, offset + bytes.length >= size), bytes);
      } catch (error) {
        if (!(error instanceof NeedsMoreBytes) || length > MOST_BYTES) throw error;
      }
    }
  }

  function objectAt(offset: number): { value: PdfValue; number: number } {
    return parseAt(offset, (parser) => {
      const number = Number(parser.word());
      parser.word();
      if (parser.word() !== 'obj') throw new NotPdf(`no object at ${offset}`);
      return { number, value: parser.value() };
    });
  }

  function resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null;
    for (let hops = 0; isRef(current); hops += 1) {
      if (hops > 20) throw new NotPdf('references in a circle');
      current = object(current.number);
    }
    return current;
  }

  function numberOf(dict: PdfDict, key: string): number {
    const value = resolve(dict.entries.get(key));
    if (typeof value !== 'number') throw new NotPdf(`${key} is no number`);
    return value;
  }

  function streamBytes(offset: number, dict: PdfDict): Uint8Array {
    if (dict.streamAt === null) throw new NotPdf('stream missing');
    const raw = read(offset + dict.streamAt, Math.min(MOST_BYTES, numberOf(dict, 'Length')));
    const filter = resolve(dict.entries.get('Filter'));
    const filters = isArray(filter) ? filter.items.map((item) => nameOf(resolve(item))) : [nameOf(filter)];
    if (filter === null || filters.length === 0) return raw;
    if (filters.length !== 1 || filters[0] !== 'FlateDecode') throw new NotPdf(`filter ${filters.join()}`);
    return unpredicted(inflateSync(raw, { maxOutputLength: MOST_UNPACKED }), dict);
  }

  function unpredicted(bytes: Uint8Array, dict: PdfDict): Uint8Array {
    const given = resolve(dict.entries.get('DecodeParms'));
    const parms = isArray(given) ? resolve(given.items[0]) : given;
    if (!isDict(parms) || (resolve(parms.entries.get('Predictor')) ?? 1) === 1) return bytes;
    const columns = numberOf(parms, 'Columns');
    const rows = Math.floor(bytes.length / (columns + 1));
    const out = new Uint8Array(rows * columns);
    for (let row = 0; row < rows; row += 1) {
      const kind = bytes[row * (columns + 1)];
      // Cross-reference streams are written with `none`, `sub` or `up`; others do not occur.
      if (kind !== 0 && kind !== 1 && kind !== 2) throw new NotPdf(`predictor ${kind}`);
      for (let column = 0; column < columns; column += 1) {
        const left = kind === 1 && column > 0 ? (out[row * columns + column - 1] ?? 0) : 0;
        const above = kind === 2 && row > 0 ? (out[(row - 1) * columns + column] ?? 0) : 0;
        out[row * columns + column] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + left + above;
      }
    }
    return out;
  }

  function note(number: number, place: Place): void {
    // The newest section is read first and wins.
    if (!places.has(number)) places.set(number, place);
  }

  function readTable(offset: number): PdfDict {
    return parseAt(offset, (parser) => {
      parser.word();
      const found: [number, Place][] = [];
      for (let word = parser.word(); word !== 'trailer'; word = parser.word()) {
        const first = Number(word);
        const count = Number(parser.word());
        if (!Number.isInteger(first) || !Number.isInteger(count)) throw new NotPdf('cross-reference damaged');
        for (let index = 0; index < count; index += 1) {
          const at = Number(parser.word());
          parser.word();
          if (parser.word() === 'n') found.push([first + index, { offset: at }]);
        }
      }
      const trailer = parser.value();
      if (!isDict(trailer)) throw new NotPdf('trailer missing');
      for (const [number, place] of found) note(number, place);
      return trailer;
    });
  }

  function readStreamTable(offset: number): PdfDict {
    const { dict, base } = parseAt(offset, (parser) => {
      parser.word();
      parser.word();
      if (parser.word() !== 'obj') throw new NotPdf('cross-reference missing');
      return { dict: parser.value(), base: offset };
    });
    if (!isDict(dict)) throw new NotPdf('cross-reference damaged');
    const bytes = streamBytes(base, dict);
    const numbers = (key: string): number[] => {
      const value = dict.entries.get(key) ?? null;
      return isArray(value) ? value.items.filter((item) => typeof item === 'number') : [];
    };
    const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = numbers('W');
    const index = numbers('Index');
    const sections = index.length > 0 ? index : [0, numberOf(dict, 'Size')];
    let at = 0;
    const field = (width: number): number => {
      let value = 0;
      for (let step = 0; step < width; step += 1) value = value * 256 + (bytes[at + step] ?? 0);
      at += width;
      return value;
    };
    for (let section = 0; section < sections.length; section += 2) {
      const first = sections[section] ?? 0;
      const count = sections[section + 1] ?? 0;
      for (let entry = 0; entry < count && at < bytes.length; entry += 1) {
        const type = typeWidth === 0 ? 1 : field(typeWidth);
        const second = field(secondWidth);
        const third = field(thirdWidth);
        if (type === 1) note(first + entry, { offset: second });
        if (type === 2) note(first + entry, { container: second, index: third });
      }
    }
    return dict;
  }

  function readSection(offset: number): PdfDict {
    const isTable = parseAt(offset, (parser) => parser.word()) === 'xref';
    return isTable ? readTable(offset) : readStreamTable(offset);
  }

  function readAll(): PdfDict {
    const tail = Buffer.from(read(Math.max(0, size - 2048), 2048)).toString('latin1');
    const start = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
    if (start === undefined) throw new NotPdf('startxref missing');
    const seen = new Set<number>();
    let newest: PdfDict | null = null;
    const waiting = [Number(start)];
    for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
      if (seen.has(offset)) continue;
      seen.add(offset);
      const dict = readSection(offset);
      newest ??= dict;
      for (const key of ['XRefStm', 'Prev']) {
        const next = dict.entries.get(key);
        if (typeof next === 'number') waiting.push(next);
      }
    }
    if (newest === null) throw new NotPdf('trailer missing');
    return newest;
  }

  function contained(container: number): PdfValue[] {
    const known = containers.get(container);
    if (known !== undefined) return known;
    const place = places.get(container);
    if (place === undefined || !('offset' in place)) throw new NotPdf('object stream missing');
    const { value: dict } = objectAt(place.offset);
    if (!isDict(dict)) throw new NotPdf('object stream damaged');
    const bytes = streamBytes(place.offset, dict);
    const first = numberOf(dict, 'First');
    const head = parsePdf(bytes, 0, true);
    const offsets = Array.from({ length: numberOf(dict, 'N') }, () => {
      head.word();
      return Number(head.word());
    });
    const values = offsets.map((offset) => parsePdf(bytes, first + offset, true).value());
    containers.set(container, values);
    return values;
  }

  function object(number: number): PdfValue {
    const place = places.get(number);
    if (place === undefined) return null;
    if ('container' in place) return contained(place.container)[place.index] ?? null;
    const found = objectAt(place.offset);
    if (found.number !== number) throw new NotPdf(`object ${number} is not at its place`);
    return found.value;
  }

  try {
    return { trailer: readAll(), object, resolve, close: () => closeSync(file) };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
