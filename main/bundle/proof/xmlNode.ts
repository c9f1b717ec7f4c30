import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element, its children in order; text stands among the children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

const TEXT = '#text';
const ATTRIBUTES = ':@';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: { enabled: true, maxExpandedLength: Number.MAX_SAFE_INTEGER },
});

function nodesOf(raw: unknown): XmlNode[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((entry: unknown): XmlNode[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const fields = new Map<string, unknown>(Object.entries(entry));
    if (fields.has(TEXT)) return [String(fields.get(TEXT))];
    const attributes = fields.get(ATTRIBUTES);
    const name = [...fields.keys()].find((key) => key !== ATTRIBUTES);
    if (name === undefined) return [];
    const pairs = typeof attributes === 'object' && attributes !== null ? Object.entries(attributes) : [];
    return [
      {
        name,
        attributes: new Map(pairs.map(([key, value]) => [key, String(value)])),
        children: nodesOf(fields.get(name)),
      },
    ];
  });
}

/** Parses strict XML into its root element; null when it is not well-formed or brings its own entities. */
export function parseXml(xml: string): XmlElement | null {
  if (/<!DOCTYPE/i.test(xml) || XMLValidator.validate(xml) !== true) return null;
  const nodes = nodesOf(parser.parse(xml));
  return nodes.find((node) => typeof node !== 'string') ?? null;
}

/** Every element of a name below a node, in document order. */
export function elementsNamed(node: XmlNode, name: string): XmlElement[] {
  if (typeof node === 'string') return [];
  return node.children.flatMap((child) => [
    ...(typeof child !== 'string' && child.name === name ? [child] : []),
    ...elementsNamed(child, name),
  ]);
}

/** The first child element of a name. */
export function childNamed(node: XmlElement, name: string): XmlElement | null {
  for (const child of node.children) if (typeof child !== 'string' && child.name === name) return child;
  return null;
}
