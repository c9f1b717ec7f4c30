import { Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { BundleDocument } from '../../../shared/documents/bundleDocument.ts';
import type { IsoDate } from '../../../shared/entities/dates.ts';
import { createWordContext, type WordInput } from './wordContext.ts';
import { fontTableXml } from './wordFonts.ts';
import { LIST_DEFINITIONS } from './wordLists.ts';
import { corePropertiesXml, settingsXml } from './wordParts.ts';
import { wordSections } from './wordSections.ts';
import { stylesXml } from './wordStyles.ts';

export interface WriteWordInput extends WordInput {
  /** Day the document says it was made on; none when left out. Never the clock: equal input, equal bytes. */
  readonly date?: IsoDate | null;
}

/** A zip entry cannot be older; local time on purpose, since that is what the format stores. */
const ZIP_DAY = new Date(1980, 0, 1);

/**
 * docx numbers bookmarks and pictures through the life of the program; here they begin at 1 in every file.
 * Texts cannot be hit: their `<` is escaped.
 */
function renumbered(xml: string): string {
  const ids = new Map<string, number>();
  const idOf = (old: string): number => {
    const known = ids.get(old) ?? ids.size + 1;
    ids.set(old, known);
    return known;
  };
  let pictures = 0;
  return xml
    .replace(
      /(<w:bookmark(?:Start|End)\b[^<>]*?\bw:id=")(\d+)"/g,
      (_, before: string, old: string) => `${before}${idOf(old)}"`,
    )
    .replace(/(<wp:docPr\b[^<>]*?\bid=")[^"]*"/g, (_, before: string) => {
      pictures += 1;
      return `${before}${pictures}"`;
    });
}

/** Word finds watermarks by this name; docx makes up the rest of it at random. */
function renamedMark(xml: string, part: string): string {
  const number = /\d+/.exec(part)?.[0] ?? '0';
  return xml.replace(/(id="PowerPlusWaterMarkObject)[^"]*"/g, `$1${number}"`);
}

function settled(name: string, bytes: Uint8Array): Uint8Array {
  if (name === 'word/document.xml') return strToU8(renumbered(strFromU8(bytes)));
  if (/^word\/header\d+\.xml$/.test(name)) return strToU8(renamedMark(strFromU8(bytes), name));
  return bytes;
}

/** The same package with fixed dates, and what is already compressed merely stored. */
function fixedPackage(bytes: Uint8Array): Uint8Array {
  // Programs that look at the first bytes only expect this part first.
  const entries: Zippable = { '[Content_Types].xml': new Uint8Array() };
  for (const [name, packed] of Object.entries(unzipSync(bytes))) {
    entries[name] = [
      settled(name, packed),
      { mtime: ZIP_DAY, level: name.startsWith('word/media/') ? 0 : 6 },
    ];
  }
  return zipSync(entries);
}

/**
 * The Word document (.docx) of a bundle: cover, 目录, form, plan and attachment lists from the same blocks
 * as the PDF; the attachments' own pages are only in the PDF. Page numbers in it are those of the bound
 * PDF (`anchors` as typeset, `pageNumbers` as planned), held in fields that Word can renew.
 *
 * Equal input gives equal bytes. Whatever users typed, the XML stays valid.
 */
export async function writeWord(document: BundleDocument, input: WriteWordInput): Promise<Uint8Array> {
  const context = createWordContext(document, input);
  const file = new Document({
    sections: wordSections(document, context),
    numbering: { config: LIST_DEFINITIONS },
    evenAndOddHeaderAndFooters: true,
  });
  const packed = await Packer.toBuffer(file, false, [
    { path: 'word/styles.xml', data: stylesXml() },
    { path: 'word/settings.xml', data: settingsXml(document) },
    { path: 'word/fontTable.xml', data: fontTableXml() },
    { path: 'docProps/core.xml', data: corePropertiesXml(document, input.date ?? null) },
  ]);
  return fixedPackage(packed);
}
