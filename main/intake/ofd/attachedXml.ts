import { parseXml } from '../xml/parseXml.ts';
import { descendantsOf, textAt, type XmlElement } from '../xml/xmlElement.ts';
import type { Ofd, OfdDocument } from './openOfd.ts';

/** No OFD of an invoice carries more; others are let be. */
const MOST_ATTACHMENTS = 64;

/**
 * The XML files attached to a document: those its list names and those that lie in its folder of attachments (some
 * issuers forget the list), each parsed. What is no sound XML is passed over: it may be anything.
 */
export function attachedXml(ofd: Ofd, document: OfdDocument): readonly XmlElement[] {
  const { part } = document;
  const found = new Map<string, Uint8Array>();
  const list = ofd.partAt(part.folder, textAt(part.root, 'Attachments'));
  const named = list === null ? [] : descendantsOf(list.root, 'Attachment');
  for (const attachment of named.slice(0, MOST_ATTACHMENTS)) {
    const loc = textAt(attachment, 'FileLoc');
    const bytes = list === null ? null : ofd.bytesAt(list.folder, loc);
    if (bytes !== null && isXml(bytes)) found.set(nameOf(loc), bytes);
  }
  const lying = ofd.package.names.filter((name) =>
    name.toLowerCase().startsWith(`${part.folder}/attach`.replace(/^\//, '').toLowerCase()),
  );
  for (const name of lying.slice(0, MOST_ATTACHMENTS)) {
    if (found.has(nameOf(name)) || !/\.(xml|xbrl)$/i.test(name)) continue;
    const bytes = ofd.package.read(name);
    if (bytes !== null) found.set(nameOf(name), bytes);
  }
  return [...found.values()].flatMap((bytes) => {
    const parsed = parseXml(bytes);
    return parsed.ok ? [parsed.root] : [];
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** Attached files may be PDF or pictures, of any size: not worth parsing. */
function isXml(bytes: Uint8Array): boolean {
  return /^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*</.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('latin1'),
  );
}
