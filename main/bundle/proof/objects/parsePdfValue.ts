import type { PdfDict, PdfValue } from './pdfValue.ts';

/** The bytes at hand ended inside an object: read more and parse again. */
export class NeedsMoreBytes extends Error {}
export class NotPdf extends Error {}

/** Deeper nesting than this is an attack, not a document. */
const DEEPEST = 100;

const isSpace = (byte: number): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/** A reader over bytes; `value` reads one object, `word` the next bare token. */
export interface PdfParser {
  readonly value: () => PdfValue;
  readonly word: () => string;
  readonly position: () => number;
}

/**
 * @param last true when the bytes are all there are, so that their end is the end of a token too
 */
export function parsePdf(bytes: Uint8Array, start: number, last: boolean): PdfParser {
  let at = start;

  function byte(offset = 0): number {
    const found = bytes[at + offset];
    if (found !== undefined) return found;
    if (!last) throw new NeedsMoreBytes();
    return -1;
  }

  function skip(): void {
    for (;;) {
      while (isSpace(byte())) at += 1;
      if (byte() !== 37) return;
      while (byte() !== 10 && byte() !== 13 && byte() !== -1) at += 1;
    }
  }

  function token(): string {
    let text = '';
    for (let next = byte(); next !== -1 && !isSpace(next) && !DELIMITERS.has(next); next = byte()) {
      text += String.fromCharCode(next);
      at += 1;
    }
    return text;
  }

  function name(): PdfValue {
    at += 1;
    const text = token().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { kind: 'name', name: text };
  }

  function literal(): string {
    at += 1;
    let text = '';
    for (let depth = 1; ; at += 1) {
      const next = byte();
      if (next === -1) throw new NotPdf('unterminated string');
      if (next === 92) {
        text += String.fromCharCode(byte(1));
        at += 1;
        continue;
      }
      if (next === 40) depth += 1;
      if (next === 41) depth -= 1;
      if (depth === 0) break;
      text += String.fromCharCode(next);
    }
    at += 1;
    return text;
  }

  function hex(): string {
    at += 1;
    let digits = '';
    for (; byte() !== 62; at += 1) {
      if (byte() === -1) throw new NotPdf('unterminated string');
      if (!isSpace(byte())) digits += String.fromCharCode(byte());
    }
    at += 1;
    return digits;
  }

  function array(depth: number): PdfValue {
    at += 1;
    const items: PdfValue[] = [];
    for (skip(); byte() !== 93; skip()) items.push(value(depth + 1));
    at += 1;
    return { kind: 'array', items };
  }

  function dict(depth: number): PdfDict {
    at += 2;
    const entries = new Map<string, PdfValue>();
    for (skip(); byte() !== 62; skip()) {
      if (byte() !== 47) throw new NotPdf('a dictionary key is no name');
      const key = name();
      const item = value(depth + 1);
      if (typeof key === 'object' && key !== null && key.kind === 'name') entries.set(key.name, item);
    }
    at += 2;
    return { kind: 'dict', entries, streamAt: streamStart() };
  }

  /** Looks for `stream` after a dictionary; leaves the position where it was. */
  function streamStart(): number | null {
    const before = at;
    skip();
    const found = [...'stream'].every((character, index) => byte(index) === character.charCodeAt(0));
    if (!found) {
      at = before;
      return null;
    }
    at += 6;
    if (byte() === 13) at += 1;
    if (byte() === 10) at += 1;
    const begin = at;
    at = before;
    return begin;
  }

  function numberOrRef(): PdfValue {
    const text = token();
    const parsed = Number(text);
    if (text === '' || Number.isNaN(parsed)) throw new NotPdf(`unexpected token ${text.slice(0, 20)}`);
    if (!/^\d+$/.test(text)) return parsed;
    const before = at;
    skip();
    if (/^\d+$/.test(token())) {
      skip();
      if (byte() === 82 && (isSpace(byte(1)) || byte(1) === -1 || DELIMITERS.has(byte(1)))) {
        at += 1;
        return { kind: 'ref', number: parsed };
      }
    }
    at = before;
    return parsed;
  }

  function value(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new NotPdf('nested too deeply');
    skip();
    const first = byte();
    if (first === 47) return name();
    if (first === 40) return literal();
    if (first === 91) return array(depth);
    if (first === 60) return byte(1) === 60 ? dict(depth) : hex();
    if (first === -1) throw new NotPdf('unexpected end');
    if (first >= 97 && first <= 122) {
      const word = token();
      if (word === 'true') return true;
      if (word === 'false') return false;
      if (word === 'null') return null;
      throw new NotPdf(`unexpected token ${word.slice(0, 20)}`);
    }
    return numberOrRef();
  }

  return {
    value: () => value(),
    word: () => {
      skip();
      return token();
    },
    position: () => at,
  };
}
