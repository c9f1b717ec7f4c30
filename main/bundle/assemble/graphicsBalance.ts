import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFName, PDFRawStream, type PDFStream } from 'pdf-lib';

/** `lowest`: how far below its start the stack of graphics states falls; `end`: what is left at the end. */
export type GraphicsBalance = { readonly lowest: number; readonly end: number };

const BALANCED: GraphicsBalance = { lowest: 0, end: 0 };
/** Longer contents are taken as balanced: they would cost seconds, and the guard looks at the page anyway. */
const MAX_BYTES = 8 << 20;

const [SPACE, PAREN, CLOSE, BACKSLASH, PERCENT, LESS, GREATER] = [0x20, 0x28, 0x29, 0x5c, 0x25, 0x3c, 0x3e];
const [LOWER_Q, UPPER_Q] = [0x71, 0x51];

/**
 * Counts the q and Q operators of a page's contents, so that what is drawn over the page
 * afterwards starts from the page's own coordinates even when the contents forgot a Q or
 * have one too many. Strings, comments, hexadecimal strings and inline pictures are skipped.
 */
export function graphicsBalance(streams: readonly PDFStream[]): GraphicsBalance {
  let depth = 0;
  let lowest = 0;
  for (const stream of streams) {
    const bytes = decode(stream);
    if (bytes === undefined || bytes.length > MAX_BYTES) return BALANCED;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? SPACE;
      if (byte === PAREN) at = endOfString(bytes, at);
      else if (byte === PERCENT) at = endOfLine(bytes, at);
      else if (byte === LESS && bytes[at + 1] !== LESS) at = indexOrEnd(bytes, GREATER, at);
      else if (byte === 0x49 && isOperator(bytes, at, 2) && bytes[at + 1] === 0x44)
        at = endOfPicture(bytes, at);
      else if (byte === LOWER_Q && isOperator(bytes, at, 1)) depth += 1;
      else if (byte === UPPER_Q && isOperator(bytes, at, 1)) {
        depth -= 1;
        lowest = Math.min(lowest, depth);
      }
    }
  }
  return { lowest, end: depth };
}

function decode(stream: PDFStream): Uint8Array | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined;
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  try {
    if (filter === undefined) return stream.getContents();
    if (filter === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms')))
      return inflateSync(stream.getContents(), { maxOutputLength: MAX_BYTES });
    return decodePDFRawStream(stream).decode();
  } catch {
    return undefined;
  }
}

/** Stands the operator alone, between white space or delimiters? */
function isOperator(bytes: Uint8Array, at: number, length: number): boolean {
  return isBreak(bytes[at - 1]) && isBreak(bytes[at + length]);
}

function isBreak(byte: number | undefined): boolean {
  return byte === undefined || byte <= SPACE || '()<>[]{}/%'.includes(String.fromCharCode(byte));
}

function endOfString(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === PAREN) depth += 1;
    else if (byte === CLOSE) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return bytes.length;
}

function endOfLine(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) if (bytes[at] === 0x0a || bytes[at] === 0x0d) return at;
  return bytes.length;
}

/** The data of an inline picture end with EI between white space. */
function endOfPicture(bytes: Uint8Array, start: number): number {
  for (let at = start + 3; at < bytes.length; at++)
    if (
      bytes[at] === 0x45 &&
      bytes[at + 1] === 0x49 &&
      (bytes[at - 1] ?? 0) <= SPACE &&
      isBreak(bytes[at + 2])
    )
      return at + 1;
  return bytes.length;
}

function indexOrEnd(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at === -1 ? bytes.length : at;
}
