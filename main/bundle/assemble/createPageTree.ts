import type { PdfFileWriter } from './createPdfFileWriter.ts';

const KIDS_PER_NODE = 64;

export type PageTree = {
  /** Object number of the node the next page will hang from. */
  readonly nextParent: () => number;
  readonly add: (page: number) => void;
  /** Physical pages so far. */
  readonly count: () => number;
  readonly pageAt: (index: number) => number | undefined;
  /** Forgets the pages from `count` on. */
  readonly truncate: (count: number) => void;
  /** Writes the nodes and returns the entries of the root's dictionary. */
  readonly write: (writer: PdfFileWriter) => string;
};

/** Collects the pages of the bundle under nodes of 64, the root being the base document's own. */
export function createPageTree(root: number, allocate: () => number): PageTree {
  const pages: number[] = [];
  const nodes: number[] = [];
  const nextParent = (): number => {
    const index = Math.floor(pages.length / KIDS_PER_NODE);
    const node = nodes[index] ?? allocate();
    nodes[index] = node;
    return node;
  };
  return {
    nextParent,
    add: (page) => {
      nextParent();
      pages.push(page);
    },
    count: () => pages.length,
    pageAt: (index) => pages[index],
    truncate: (count) => {
      pages.length = count;
    },
    write: (writer) => {
      nodes.length = Math.ceil(pages.length / KIDS_PER_NODE);
      nodes.forEach((node, index) => {
        const kids = pages.slice(index * KIDS_PER_NODE, (index + 1) * KIDS_PER_NODE);
        const list = kids.map((kid) => `${kid} 0 R`).join(' ');
        writer.writeObject(node, `<</Type/Pages/Parent ${root} 0 R/Count ${kids.length}/Kids[${list}]>>`);
      });
      return `/Type/Pages/Count ${pages.length}/Kids[${nodes.map((node) => `${node} 0 R`).join(' ')}]`;
    },
  };
}
