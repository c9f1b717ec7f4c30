import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeXml } from './decodeXml.ts';
import type { XmlElement } from './xmlElement.ts';

export type XmlOutcome =
  | { readonly ok: true; readonly root: XmlElement }
  /** `forbidden`: it brings a document type or entities of its own. */
  | { readonly ok: false; readonly why: 'damaged' | 'forbidden' | 'too-large' };

/** An invoice has some hundred elements, a page of an OFD some thousand; a drawing of a million is no invoice. */
const MOST_ELEMENTS = 200_000;
const MOST_BYTES = 32 * 2 ** 20;
/** Walking the tree below is recursive: no deeper than this, so the stack is never in danger. */
const DEEPEST = 64;

const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';

/** Values stay text (20 digits do not survive as a number), entities are left to `unescaped`. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
});

/**
 * Parses the bytes of an XML file that nobody vouches for: no document type, no entities beyond XML's own five and
 * characters by their number, limits of size, count and depth. Never throws.
 */
export function parseXml(bytes: Uint8Array): XmlOutcome {
  if (bytes.length > MOST_BYTES) return { ok: false, why: 'too-large' };
  const text = decodeXml(bytes);
  return text === null ? { ok: false, why: 'damaged' } : parseXmlText(text);
}

/** As `parseXml`, for text that is decoded already. @param mostElements a spreadsheet has more than an invoice */
export function parseXmlText(text: string, mostElements: number = MOST_ELEMENTS): XmlOutcome {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { ok: false, why: 'forbidden' };
  if (hasMoreThan(text, '<', 2 * mostElements)) return { ok: false, why: 'too-large' };
  try {
    if (XMLValidator.validate(text) !== true) return { ok: false, why: 'damaged' };
    const root = elementsOf(parser.parse(text), 0)[0];
    return root === undefined ? { ok: false, why: 'damaged' } : { ok: true, root };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { ok: false, why: error instanceof TooDeep || /nested/i.test(said) ? 'too-large' : 'damaged' };
  }
}

class TooDeep extends Error {}

function hasMoreThan(text: string, mark: string, most: number): boolean {
  let at = -1;
  for (let count = 0; count <= most; count += 1) {
    at = text.indexOf(mark, at + 1);
    if (at === -1) return false;
  }
  return true;
}

/** The parser's own form: `[{name: [children], ':@': {attributes}}, {'#text': text}, {'#cdata': [{'#text': text}]}]`. */
type Raw = Readonly<Record<string, unknown>>;

function elementsOf(raw: unknown, depth: number): readonly XmlElement[] {
  if (depth > DEEPEST) throw new TooDeep();
  return rawsOf(raw).flatMap((entry) => {
    const name = nameOf(entry);
    if (name === undefined || name === TEXT || name === CDATA) return [];
    const inside = entry[name];
    return [
      {
        name,
        attributes: attributesOf(entry[ATTRIBUTES]),
        children: elementsOf(inside, depth + 1),
        text: textOf(inside),
      },
    ];
  });
}

function rawsOf(raw: unknown): readonly Raw[] {
  return Array.isArray(raw) ? raw : [];
}

function nameOf(entry: Raw): string | undefined {
  for (const key in entry) if (key !== ATTRIBUTES) return key;
  return undefined;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function attributesOf(raw: unknown): ReadonlyMap<string, string> {
  if (typeof raw !== 'object' || raw === null) return NO_ATTRIBUTES;
  return new Map(Object.entries(raw).map(([key, value]) => [key, unescaped(String(value))]));
}

function textOf(raw: unknown): string {
  let text = '';
  for (const entry of rawsOf(raw)) {
    if (TEXT in entry) text += unescaped(String(entry[TEXT]));
    else if (CDATA in entry) for (const part of rawsOf(entry[CDATA])) text += String(part[TEXT] ?? '');
  }
  return text;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What stands for no character stays as it is written. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, named, decimal, hex) => {
      if (named !== undefined) return NAMED[String(named).toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      const character = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
      return character ? String.fromCodePoint(point) : whole;
    },
  );
}
