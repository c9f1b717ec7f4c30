/** An element of a parsed XML file. Names are local: prefixes differ from issuer to issuer, meanings do not. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, that of its children left out; as it stands, not trimmed. */
  readonly text: string;
};

/** The first child of a name. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  return element?.children.find((child) => child.name === name) ?? null;
}

/** All children of a name, in their order. */
export function childrenOf(element: XmlElement | null | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first element down a path of names, `Header/EIid`; null when there is none. */
export function elementAt(element: XmlElement | null, path: string): XmlElement | null {
  const [name = '', ...rest] = path.split('/');
  // Some issuers write a group anew for each of its elements: all of the name are looked into.
  for (const child of childrenOf(element, name)) {
    const found = rest.length === 0 ? child : elementAt(child, rest.join('/'));
    if (found !== null) return found;
  }
  return null;
}

/** The trimmed text down a path of names; empty when a step is missing. */
export function textAt(element: XmlElement | null, path: string): string {
  return elementAt(element, path)?.text.trim() ?? '';
}

/** Every element of a name below an element, itself left out, in document order. */
export function descendantsOf(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (one: XmlElement): void => {
    for (const child of one.children) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}

/** An attribute; empty when there is none. */
export function attributeOf(element: XmlElement | null, name: string): string {
  return element?.attributes.get(name) ?? '';
}
