import { XmlElement as ParsedElement, parseXml as parseStrictly, XmlText } from '@rgrove/parse-xml';

/** An element, its children in order; text stands among the children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

/** Parses strict XML into its root element; null when it is not well-formed or brings its own entities. */
export function parseXml(xml: string): XmlElement | null {
  if (/<!DOCTYPE/i.test(xml)) return null;
  try {
    // The parser's own way with line ends takes time by their square.
    const { root } = parseStrictly(xml.replace(/\r\n?/g, '\n'));
    return root === null ? null : elementOf(root);
  } catch {
    return null;
  }
}

function elementOf({ name, attributes, children }: ParsedElement): XmlElement {
  return {
    name,
    attributes: new Map(Object.entries(attributes)),
    children: children.flatMap((child): XmlNode[] => {
      if (child instanceof ParsedElement) return [elementOf(child)];
      return child instanceof XmlText ? [child.text] : [];
    }),
  };
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
