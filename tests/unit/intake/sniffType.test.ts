import { describe, expect, it } from 'vitest';
import { HEAD_BYTES, sniffType, TAIL_BYTES } from '../../../main/intake/sniffType.ts';
import type { SniffedType } from '../../../shared/entities/attachment.ts';
import { makeZip, type ZipEntry } from '../../intake/makeZip.ts';

const sniff = (bytes: Buffer): SniffedType =>
  sniffType(bytes.subarray(0, HEAD_BYTES), bytes.subarray(-TAIL_BYTES));
const part = (name: string, data = Buffer.from('<x/>')): ZipEntry => ({ name, data });
const stored = (name: string, data: Buffer): ZipEntry => ({ name, data, method: 0 });
const withoutEnd = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 30);

/** As a program writes it that does not know how long an entry will be: sizes stand behind the data. */
function streamed(entries: readonly ZipEntry[]): Buffer {
  const bytes = withoutEnd(makeZip(entries));
  for (let at = 0; at !== -1; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 6) | 8, at + 6);
    bytes.fill(0, at + 14, at + 26);
  }
  return bytes;
}

const ofd = [part('OFD.xml'), part('Doc_0/Document.xml')];
const xlsx = [part('[Content_Types].xml'), part('_rels/.rels'), part('xl/workbook.xml')];

describe('a ZIP that was cut off', () => {
  it.each<[SniffedType, readonly ZipEntry[]]>([
    ['ofd', ofd],
    ['ofd', [part('META-INF/a.xml'), part('Doc_0/Document.xml')]],
    ['xlsx', xlsx],
    ['docx', [part('[Content_Types].xml'), part('word/document.xml')]],
  ])('is the %s it began as', (type, entries) => {
    expect(sniff(withoutEnd(makeZip(entries)))).toBe(type);
  });

  it('is what it began as though its sizes stand behind its parts', () => {
    expect([sniff(streamed(ofd)), sniff(streamed(xlsx))]).toEqual(['ofd', 'xlsx']);
  });

  it('is an archive of invoices, whole or cut anywhere, though they stand in it as they are', () => {
    const padding = Buffer.alloc(3000, 1);
    const invoices = [1, 2, 3].map((n) =>
      stored(`发票${n}.ofd`, makeZip([...ofd, stored('Doc_0/seal', padding)])),
    );
    const whole = makeZip(invoices);
    const inner = makeZip([...ofd, stored('Doc_0/seal', padding)]).length;
    const ends = [whole.length, whole.length - 40, whole.length - 300, 2000, inner + 45, 2 * inner + 200];
    for (const end of ends) expect(sniff(whole.subarray(0, end)), `${end} bytes`).toBe('zip');
    expect(sniff(streamed(invoices))).toBe('zip');
  });

  it('is an archive though a folder in it is called as one of a document', () => {
    for (const name of ['word/合同.pdf', 'xl/清单.pdf']) {
      expect(sniff(withoutEnd(makeZip([stored(name, Buffer.alloc(5000, 1))]))), name).toBe('zip');
    }
  });
});
