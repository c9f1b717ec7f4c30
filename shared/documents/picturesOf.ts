import type { Block } from './block.ts';
import type { BundleDocument } from './bundleDocument.ts';

/** SHA-256 of every picture the document's blocks show, each once. */
export function picturesOf(document: BundleDocument): string[] {
  const found = new Set<string>();
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'image') found.add(block.asset);
      else if (block.type === 'list') for (const item of block.items) visit(item);
      else if (block.type === 'turned') for (const sheet of block.sheets) visit(sheet);
      else if (block.type === 'table')
        for (const row of [...block.head, ...block.rows]) for (const cell of row.cells) visit(cell.content);
    }
  };
  for (const section of document.sections) visit(section.blocks);
  for (const divider of document.dividers) visit(divider.blocks);
  return [...found];
}
