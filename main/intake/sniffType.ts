import type { SniffedType } from '../../shared/entities/attachment.ts';
import { listZipNames } from './listZipNames.ts';

/** How much of the head `sniffType` looks at; a PDF may start with up to 1,024 bytes of rubbish. */
export const HEAD_BYTES = 4096;
/** How much of the tail: the table of contents of a ZIP with thousands of entries. */
export const TAIL_BYTES = 1 << 20;

const CFB = 'd0cf11e0a1b11ae1';

/**
 * Says what a file is by its content, never by its name.
 * @param head the first HEAD_BYTES of the file (fewer if it is shorter)
 * @param tail the last TAIL_BYTES, where a ZIP keeps its table of contents
 */
export function sniffType(head: Buffer, tail: Buffer): SniffedType {
  const starts = (hex: string): boolean => head.subarray(0, hex.length / 2).toString('hex') === hex;
  if (head.subarray(0, 1024 + 5).includes('%PDF-')) return 'pdf';
  if (starts('ffd8ff')) return 'jpeg';
  if (starts('89504e470d0a1a0a')) return 'png';
  if (starts('49492a00') || starts('4d4d002a') || starts('49492b00') || starts('4d4d002b')) return 'tiff';
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  if (starts('504b0304') || starts('504b0506')) return zipKind(listZipNames(tail), head);
  if (starts(CFB)) return 'xls';
  return textKind(head);
}

function zipKind(listed: readonly string[], head: Buffer): SniffedType {
  const first = localEntry(head, 0)?.name;
  // Cut off, it has no table of contents of its own: what lies at its end may be that of an entry. Its first parts
  // still tell what it was to be.
  if (first === undefined || !listed.includes(first)) return beginningOf(head);
  const names = new Set(listed.map((one) => one.replace(/^\//, '').toLowerCase()));
  if (names.has('ofd.xml')) return 'ofd';
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return 'xlsx';
  if (names.has('word/document.xml')) return 'docx';
  return 'zip';
}

/** The first parts of the documents that are ZIPs inside; anybody may call a folder `word`. */
const BEGINNINGS: readonly (readonly [RegExp, SniffedType])[] = [
  [/^\/?(?:OFD\.xml$|Doc_\d+\/)/i, 'ofd'],
  [/^xl\/.*(?:\.xml|\.bin|\.rels)$/i, 'xlsx'],
  [/^word\/.*(?:\.xml|\.rels)$/i, 'docx'],
];

function beginningOf(head: Buffer): SniffedType {
  let entry = localEntry(head, 0);
  while (entry !== null) {
    const { name, next } = entry;
    const found = BEGINNINGS.find(([like]) => like.test(name));
    if (found !== undefined) return found[1];
    entry = localEntry(head, next);
  }
  return 'zip';
}

const LOCAL_HEADER = Buffer.from('504b0304', 'hex');
const LOCAL_BYTES = 30;
/** Sizes of the entry stand behind its data. */
const STREAMED = 8;

/** The entry whose header stands at `at`, and where the next one's does; null when none stands there. */
function localEntry(head: Buffer, at: number): { readonly name: string; readonly next: number } | null {
  if (at < 0 || at + LOCAL_BYTES > head.length) return null;
  if (head.compare(LOCAL_HEADER, 0, 4, at, at + 4) !== 0) return null;
  const nameEnd = at + LOCAL_BYTES + head.readUInt16LE(at + 26);
  const name = head.toString('utf8', at + LOCAL_BYTES, nameEnd);
  const end = nameEnd + head.readUInt16LE(at + 28) + head.readUInt32LE(at + 18);
  const isStreamed = (head.readUInt16LE(at + 6) & STREAMED) !== 0;
  if (!isStreamed) return { name, next: end };
  // Looked for, the next header could be one of an archive inside; a part that is XML holds none.
  return { name, next: /\.(xml|rels)$/i.test(name) ? head.indexOf(LOCAL_HEADER, end) : -1 };
}

function textKind(head: Buffer): SniffedType {
  if (head.length === 0) return 'unknown';
  const utf16 = head[0] === 0xff && head[1] === 0xfe;
  const text = utf16 ? head.toString('utf16le') : head.toString('latin1');
  if (/^(\u00ef\u00bb\u00bf|\ufeff)?\s*<(\?xml|!DOCTYPE|!--|[A-Za-z][\w:.-]*[\s>/])/.test(text)) return 'xml';
  if (utf16) return 'text';
  // Text in UTF-8 or GB 18030 has no control characters but white space.
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b)
    ? 'text'
    : 'unknown';
}

const PACKED: readonly (readonly [hex: string, name: string])[] = [
  ['526172211a07', 'RAR'],
  ['377abcaf271c', '7z'],
  ['1f8b08', 'gzip'],
  ['425a68', 'bzip2'],
  ['fd377a585a00', 'xz'],
];

/** Names an archive that is not ours to unpack; null when it is none. @param head first bytes of the file */
export function foreignArchive(head: Buffer): string | null {
  const found = PACKED.find(([hex]) => head.subarray(0, hex.length / 2).toString('hex') === hex);
  return found?.[1] ?? null;
}
