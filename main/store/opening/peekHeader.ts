import { closeSync, openSync, readSync } from 'node:fs';
import { APPLICATION_ID } from '../format.ts';

/** What the first hundred bytes of a file tell. */
export type HeaderKind =
  | { readonly kind: 'draft'; readonly format: number; readonly wal: boolean }
  /** An SQLite file that names another program, or none. */
  | { readonly kind: 'sqlite' }
  /** Known to be something else altogether (PDF, zip, picture …). */
  | { readonly kind: 'foreign' }
  /** No SQLite header: another file, or a draft whose beginning is destroyed. */
  | { readonly kind: 'unknown' };

const SQLITE_MAGIC = 'SQLite format 3\0';
const FOREIGN_MAGICS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, xlsx, OFD
  [0xd0, 0xcf, 0x11, 0xe0], // doc, xls
  [0xff, 0xd8, 0xff], // JPEG
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x49, 0x49, 0x2a, 0x00], // TIFF
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x52, 0x49, 0x46, 0x46], // WebP
  [0x7b], // JSON
  [0x3c], // XML
];

/** Reads a file's header. Never call this for a file that is open here (openHere.ts). Throws fs errors. */
export function peekHeader(path: string): HeaderKind {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  if (header.toString('latin1', 0, 16) === SQLITE_MAGIC) {
    if (header.readUInt32BE(68) !== APPLICATION_ID) return { kind: 'sqlite' };
    return { kind: 'draft', format: header.readUInt32BE(60), wal: header[19] === 2 };
  }
  const foreign = FOREIGN_MAGICS.some((magic) => magic.every((byte, index) => header[index] === byte));
  return { kind: foreign ? 'foreign' : 'unknown' };
}
