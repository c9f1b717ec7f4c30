import { parseXml } from '../xml/parseXml.ts';
import { attributeOf, childOf, childrenOf, textAt, type XmlElement } from '../xml/xmlElement.ts';
import { type Box, parseBox } from './box.ts';
import { type OfdPackage, OfdTooLarge, openPackage } from './openPackage.ts';
import { folderOf, resolveLoc } from './resolveLoc.ts';

/** A part of the package that was found and parsed. */
export type OfdPart = { readonly path: string; readonly folder: string; readonly root: XmlElement };

export type OfdPage = { readonly id: string; readonly part: OfdPart | null };

/** What is not read with every file is parsed when it is first asked for. */
export type OfdTemplate = { readonly part: () => OfdPart | null; readonly zOrder: string };

/** One document of an OFD; nearly every file holds one. */
export type OfdDocument = {
  /** `DocBody` of OFD.xml, with the CustomDatas. */
  readonly body: XmlElement;
  /** Document.xml. */
  readonly part: OfdPart;
  readonly pages: readonly OfdPage[];
  /** By id. */
  readonly templates: ReadonlyMap<string, OfdTemplate>;
  /** Size of the pages that name none of their own. */
  readonly pageBox: Box | null;
  /** Parts with fonts, pictures and the like, later ones before earlier ones where ids clash. */
  readonly resources: () => readonly OfdPart[];
};

export type Ofd = {
  readonly package: OfdPackage;
  readonly documents: readonly OfdDocument[];
  /** The part a location names, seen from a folder; null when there is none or it is no sound XML. */
  readonly partAt: (folder: string, loc: string) => OfdPart | null;
  /** The bytes of a part likewise. */
  readonly bytesAt: (folder: string, loc: string) => Uint8Array | null;
};

export type OfdOutcome =
  | { readonly ok: true; readonly ofd: Ofd }
  | { readonly ok: false; readonly code: 'file-damaged' | 'file-encrypted' | 'file-too-large' };

const MOST_DOCUMENTS = 64;
/** As many as the intake takes of a PDF. */
const MOST_PAGES = 20_000;

/**
 * Opens an OFD held in memory: its documents, their pages and templates. A part that is missing is null, not an error;
 * an OFD of which no document can be found is damaged. Never rejects.
 */
export async function openOfd(bytes: Buffer): Promise<OfdOutcome> {
  const opened = await openPackage(bytes);
  if (!opened.ok) return opened;
  try {
    const ofd = documentsOf(opened.package);
    if (ofd !== null) return { ok: true, ofd };
    const sealed = opened.package.names.some((name) => /(^|\/)encryptions\.xml$/i.test(name));
    return { ok: false, code: sealed ? 'file-encrypted' : 'file-damaged' };
  } catch (error) {
    if (error instanceof OfdTooLarge) return { ok: false, code: 'file-too-large' };
    throw error;
  }
}

function documentsOf(parts: OfdPackage): Ofd | null {
  // Templates and resources are wanted again by every page.
  const parsed = new Map<string, OfdPart | null>();
  const part = (path: string): OfdPart | null => {
    const known = parsed.get(path);
    if (known !== undefined) return known;
    const made = parsePart(parts, path);
    parsed.set(path, made);
    return made;
  };
  const firstOf = <T>(folder: string, loc: string, look: (path: string) => T | null): T | null => {
    // Some programs write `Doc_0/…` without the slash in parts that lie in Doc_0.
    for (const from of [folder, '']) {
      const path = resolveLoc(from, loc);
      const found = path === null ? null : look(path);
      if (found !== null) return found;
    }
    return null;
  };
  const partAt = (folder: string, loc: string): OfdPart | null => firstOf(folder, loc, part);
  const bytesAt = (folder: string, loc: string): Uint8Array | null => firstOf(folder, loc, parts.read);

  const entry = part('OFD.xml');
  const documents = childrenOf(entry?.root, 'DocBody')
    .slice(0, MOST_DOCUMENTS)
    .flatMap((body): OfdDocument[] => {
      const document = partAt('', textAt(body, 'DocRoot'));
      return document === null ? [] : [documentOf(body, document, partAt)];
    });
  if (documents.length === 0) return null;
  return { package: parts, documents, partAt, bytesAt };
}

function parsePart(parts: OfdPackage, path: string): OfdPart | null {
  const bytes = parts.read(path);
  if (bytes === null) return null;
  const outcome = parseXml(bytes);
  if (outcome.ok) return { path, folder: folderOf(path), root: outcome.root };
  if (outcome.why === 'too-large') throw new OfdTooLarge(path);
  return null;
}

function documentOf(body: XmlElement, part: OfdPart, partAt: Ofd['partAt']): OfdDocument {
  const common = childOf(part.root, 'CommonData');
  const pages = childrenOf(childOf(part.root, 'Pages'), 'Page');
  if (pages.length > MOST_PAGES) throw new OfdTooLarge('pages');
  const templates = new Map<string, OfdTemplate>();
  for (const template of childrenOf(common, 'TemplatePage'))
    templates.set(attributeOf(template, 'ID'), {
      part: () => partAt(part.folder, attributeOf(template, 'BaseLoc')),
      zOrder: attributeOf(template, 'ZOrder'),
    });
  const resources = ['PublicRes', 'DocumentRes'].flatMap((name) => childrenOf(common, name));
  return {
    body,
    part,
    pages: pages.map((page) => ({
      id: attributeOf(page, 'ID'),
      part: partAt(part.folder, attributeOf(page, 'BaseLoc')),
    })),
    templates,
    pageBox: parseBox(textAt(common, 'PageArea/PhysicalBox')),
    resources: () => resources.flatMap((element) => partAt(part.folder, element.text) ?? []).reverse(),
  };
}
