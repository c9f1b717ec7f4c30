import { deflateSync } from 'node:zlib';
import type { ParsedAssembleInput } from './assembleInput.ts';
import type { PdfFileWriter } from './createPdfFileWriter.ts';
import { pdfText } from './pdfText.ts';

const PROGRAM = '成册 Chengce';

type Metadata = ParsedAssembleInput['metadata'];

/** Writes the information dictionary and the XMP packet that says the same; returns their numbers. */
export function writeInformation(
  metadata: Metadata,
  writer: PdfFileWriter,
  allocate: () => number,
): { readonly info: number; readonly xmp: number } {
  const { title, author, subject, keywords, createdAt } = metadata;
  const fields: [string, string][] = [
    ['Title', title],
    ['Author', author],
    ['Subject', subject],
    ['Keywords', keywords.join('; ')],
    ['Creator', PROGRAM],
    ['Producer', PROGRAM],
  ];
  let text = fields
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `/${key} ${pdfText(value)}`)
    .join('');
  if (createdAt !== undefined) text += `/CreationDate(${pdfDate(createdAt)})/ModDate(${pdfDate(createdAt)})`;
  const info = allocate();
  writer.writeObject(info, `<<${text}>>`);
  const xmp = allocate();
  const packet = deflateSync(Buffer.from(xmpPacket(metadata), 'utf8'));
  writer.writeStream(xmp, '/Type/Metadata/Subtype/XML/Filter/FlateDecode', packet);
  return { info, xmp };
}

function pdfDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) throw new RangeError(`no date: ${iso}`);
  return `D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
}

function xmpPacket({ title, author, subject, keywords, createdAt }: Metadata): string {
  const bag = (kind: 'Alt' | 'Seq' | 'Bag', items: readonly string[]): string => {
    const language = kind === 'Alt' ? ' xml:lang="x-default"' : '';
    return `<rdf:${kind}>${items.map((item) => `<rdf:li${language}>${escapeXml(item)}</rdf:li>`).join('')}</rdf:${kind}>`;
  };
  const date = createdAt === undefined ? '' : new Date(createdAt).toISOString();
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    `<dc:format>application/pdf</dc:format><dc:title>${bag('Alt', [title])}</dc:title>`,
    author === '' ? '' : `<dc:creator>${bag('Seq', [author])}</dc:creator>`,
    subject === '' ? '' : `<dc:description>${bag('Alt', [subject])}</dc:description>`,
    keywords.length === 0 ? '' : `<dc:subject>${bag('Bag', keywords)}</dc:subject>`,
    `<pdf:Producer>${PROGRAM}</pdf:Producer><xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool>`,
    date === '' ? '' : `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
