import type { PdfFileWriter } from './createPdfFileWriter.ts';
import { pdfText } from './pdfText.ts';

/** A bookmark whose page is known: `page` is an object number. */
export type Bookmark = { readonly title: string; readonly level: number; readonly page: number };

type Node = { readonly bookmark: Bookmark; readonly number: number; readonly kids: Node[] };

/** Bookmarks deeper than this start folded. */
const OPEN_LEVELS = 1;

/** Writes the outline and returns its object number, undefined when there are no bookmarks. */
export function writeOutline(
  bookmarks: readonly Bookmark[],
  writer: PdfFileWriter,
  allocate: () => number,
): number | undefined {
  if (bookmarks.length === 0) return undefined;
  const roots: Node[] = [];
  const path: Node[] = [];
  for (const bookmark of bookmarks) {
    const node: Node = { bookmark, number: allocate(), kids: [] };
    // A level that skips one hangs from the nearest one above.
    while ((path.at(-1)?.bookmark.level ?? 0) >= bookmark.level) path.pop();
    (path.at(-1)?.kids ?? roots).push(node);
    path.push(node);
  }
  const root = allocate();
  writeSiblings(roots, root, 1, writer);
  const ends = `/First ${roots[0]?.number} 0 R/Last ${roots.at(-1)?.number} 0 R`;
  writer.writeObject(root, `<</Type/Outlines${ends}/Count ${roots.length}>>`);
  return root;
}

function writeSiblings(nodes: readonly Node[], parent: number, depth: number, writer: PdfFileWriter): void {
  nodes.forEach((node, index) => {
    const { title, page } = node.bookmark;
    let text = `/Title ${pdfText(title)}/Parent ${parent} 0 R/Dest[${page} 0 R/Fit]`;
    const before = nodes[index - 1];
    const after = nodes[index + 1];
    if (before !== undefined) text += `/Prev ${before.number} 0 R`;
    if (after !== undefined) text += `/Next ${after.number} 0 R`;
    const [first, last] = [node.kids[0], node.kids.at(-1)];
    if (first !== undefined && last !== undefined) {
      const count = depth < OPEN_LEVELS ? node.kids.length : -node.kids.length;
      text += `/First ${first.number} 0 R/Last ${last.number} 0 R/Count ${count}`;
    }
    writer.writeObject(node.number, `<<${text}>>`);
    writeSiblings(node.kids, node.number, depth + 1, writer);
  });
}
