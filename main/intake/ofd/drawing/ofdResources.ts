import { attributeOf, childOf, childrenOf, type XmlElement } from '../../xml/xmlElement.ts';
import type { Ofd, OfdDocument, OfdPage, OfdPart } from '../openOfd.ts';
import { resolveLoc } from '../resolveLoc.ts';

export type OfdFont = {
  readonly id: string;
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** The font's own file; null when it relies on the fonts of the machine. */
  readonly file: () => Uint8Array | null;
};

export type OfdMedia = {
  readonly format: string;
  readonly path: string;
  readonly bytes: () => Uint8Array | null;
};

/** What the objects of a page name by ids. */
export type OfdResources = {
  readonly font: (id: string) => OfdFont | null;
  readonly media: (id: string) => OfdMedia | null;
  /** DrawParam */
  readonly drawParam: (id: string) => XmlElement | null;
  /** CompositeGraphicUnit */
  readonly composite: (id: string) => XmlElement | null;
  readonly colourSpace: (id: string) => XmlElement | null;
};

type Found = { readonly element: XmlElement; readonly part: OfdPart };

/** Groups of a resource part and the elements in them. */
const GROUPS = [
  ['Fonts', 'Font'],
  ['MultiMedias', 'MultiMedia'],
  ['DrawParams', 'DrawParam'],
  ['CompositeGraphicUnits', 'CompositeGraphicUnit'],
  ['ColorSpaces', 'ColorSpace'],
] as const;

/** The resources of a document; made once, since every page of it may name them. */
export function documentResources(ofd: Ofd, document: OfdDocument): OfdResources {
  return resourcesOf(ofd, document.resources(), null);
}

/** The resources a page may name: its own before those of its document. */
export function pageResources(ofd: Ofd, page: OfdPage, ofDocument: OfdResources): OfdResources {
  const { part } = page;
  if (part === null) return ofDocument;
  const own = childrenOf(part.root, 'PageRes').flatMap(
    (element) => ofd.partAt(part.folder, element.text) ?? [],
  );
  return own.length === 0 ? ofDocument : resourcesOf(ofd, own, ofDocument);
}

function resourcesOf(ofd: Ofd, parts: readonly OfdPart[], behind: OfdResources | null): OfdResources {
  const known = new Map<string, Found>();
  for (const part of parts)
    for (const [group, name] of GROUPS)
      for (const element of childrenOf(part.root, group).flatMap((each) => childrenOf(each, name))) {
        const key = `${name} ${attributeOf(element, 'ID')}`;
        if (!known.has(key)) known.set(key, { element, part });
      }
  const find = (name: (typeof GROUPS)[number][1], id: string): Found | null =>
    known.get(`${name} ${id}`) ?? null;
  return {
    font: (id) => fontOf(ofd, id, find('Font', id)) ?? behind?.font(id) ?? null,
    media: (id) => mediaOf(ofd, find('MultiMedia', id)) ?? behind?.media(id) ?? null,
    drawParam: (id) => find('DrawParam', id)?.element ?? behind?.drawParam(id) ?? null,
    composite: (id) => find('CompositeGraphicUnit', id)?.element ?? behind?.composite(id) ?? null,
    colourSpace: (id) => find('ColorSpace', id)?.element ?? behind?.colourSpace(id) ?? null,
  };
}

function fontOf(ofd: Ofd, id: string, found: Found | null): OfdFont | null {
  if (found === null) return null;
  const { element, part } = found;
  const file = childOf(element, 'FontFile')?.text.trim() ?? '';
  return {
    id,
    name: `${attributeOf(element, 'FontName')} ${attributeOf(element, 'FamilyName')}`,
    bold: attributeOf(element, 'Bold') === 'true',
    italic: attributeOf(element, 'Italic') === 'true',
    file: () => (file === '' ? null : bytesOf(ofd, part, file)),
  };
}

function mediaOf(ofd: Ofd, found: Found | null): OfdMedia | null {
  if (found === null) return null;
  const { element, part } = found;
  const path = childOf(element, 'MediaFile')?.text.trim() ?? '';
  return {
    format: attributeOf(element, 'Format').toUpperCase(),
    path: `${part.path} ${path}`,
    bytes: () => (path === '' ? null : bytesOf(ofd, part, path)),
  };
}

/** Files of resources lie in the folder BaseLoc names; some programs leave it out and write the whole path. */
function bytesOf(ofd: Ofd, part: OfdPart, loc: string): Uint8Array | null {
  const base = resolveLoc(part.folder, attributeOf(part.root, 'BaseLoc')) ?? part.folder;
  return ofd.bytesAt(base, loc) ?? ofd.bytesAt(part.folder, loc);
}
