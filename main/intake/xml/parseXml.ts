import { XmlElement as ParsedElement, parseXml as parseStrictly, XmlText } from '@rgrove/parse-xml';
import { decodeXml } from './decodeXml.ts';
import type { XmlElement } from './xmlElement.ts';

export type XmlOutcome =
  | { readonly ok: true; readonly root: XmlElement }
  /** `forbidden`: it brings a document type or entities of its own. */
  | { readonly ok: false; readonly why: 'damaged' | 'forbidden' | 'too-large' };

/** An invoice has some hundred elements, a page of an OFD some thousand; a drawing of a million is no invoice. */
const MOST_ELEMENTS = 200_000;
const MOST_BYTES = 32 * 2 ** 20;
/** Whoever walks the tree may do so recursively: no deeper than this, so the stack is never in danger. */
const DEEPEST = 64;

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
  // Blanks before the declaration are common, and an error to XML. The parser's own way with line ends takes time by
  // their square.
  const sound = text.replace(/\r\n?/g, '\n').replace(NO_CHARACTERS, '').replace(NO_REFERENCES, '').trim();
  const outcome = parseSound(sound);
  if (outcome.ok || outcome.why !== 'damaged') return outcome;
  // Declarations and comments tell nothing of an invoice; those out of order are no reason to refuse it.
  const bare = withoutComments(sound.replace(/^<\?xml\b[^>]*>/, ''));
  return bare === sound ? outcome : parseSound(bare);
}

function parseSound(text: string): XmlOutcome {
  try {
    const { root } = parseStrictly(text, { ignoreUndefinedEntities: true });
    return root === null ? { ok: false, why: 'damaged' } : { ok: true, root: elementOf(root, 1) };
  } catch (error) {
    // The parser goes down by recursion: what is nested by the ten thousand ends as a RangeError of the stack.
    const deep = error instanceof TooDeep || error instanceof RangeError;
    return { ok: false, why: deep ? 'too-large' : 'damaged' };
  }
}

function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at + 4);
    if (end === -1) break;
    kept.push(text.slice(from, at));
    from = end + 3;
  }
  return kept.join('') + text.slice(from);
}

/** XML forbids them; old accounting programs write them and fill files up with zeros. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_CHARACTERS = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
/** The same by their number. */
const NO_REFERENCES = /&#(?:x0*(?:[0-8bcef]|1[\da-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi;

class TooDeep extends Error {}

function hasMoreThan(text: string, mark: string, most: number): boolean {
  let at = -1;
  for (let count = 0; count <= most; count += 1) {
    at = text.indexOf(mark, at + 1);
    if (at === -1) return false;
  }
  return true;
}

function elementOf({ name, attributes, children }: ParsedElement, depth: number): XmlElement {
  if (depth > DEEPEST) throw new TooDeep();
  const below: XmlElement[] = [];
  let text = '';
  for (const child of children) {
    if (child instanceof ParsedElement) below.push(elementOf(child, depth + 1));
    else if (child instanceof XmlText) text += child.text;
  }
  return { name: localName(name), attributes: attributesOf(attributes), children: below, text };
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function attributesOf(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  let made: Map<string, string> | null = null;
  for (const name in attributes) {
    made ??= new Map();
    made.set(localName(name), attributes[name] ?? '');
  }
  return made ?? NO_ATTRIBUTES;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
