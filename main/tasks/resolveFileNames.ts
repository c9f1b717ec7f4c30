import type { Application } from '../../shared/entities/application.ts';
import type { Invoice } from '../../shared/entities/invoice.ts';
import type { RichBlock, RichDocument } from '../../shared/entities/richText.ts';
import type { AddedFile } from './addedFile.ts';

export interface ResolvedNames {
  /** Invoices that have copies, with attachment ids in place of paths. */
  readonly invoices: readonly Invoice[];
  /** Plan sections with pictures, with hashes in place of paths. */
  readonly plan: Readonly<Record<string, RichDocument>>;
  /** What the answers name and the folder does not hold. */
  readonly missing: readonly { readonly path: string; readonly message: string }[];
}

/** Where an answers file names a file of its folder, the draft names the attachment or the bytes. */
export function resolveFileNames(application: Application, files: readonly AddedFile[]): ResolvedNames {
  const ids = new Map(files.flatMap(({ file, id }) => (id === null ? [] : [[file, id] as const])));
  const hashes = new Map(
    files.flatMap(({ file, sha256 }) => (sha256 === null ? [] : [[file, sha256] as const])),
  );
  const missing: { path: string; message: string }[] = [];
  const invoices = application.invoices.flatMap((invoice, row) => {
    const copies = invoice.copies.flatMap((copy) => {
      const id = ids.get(copy);
      if (id !== undefined) return [id];
      const message = `附件文件夹中没有第 ${row + 1} 行发票的影像“${copy}”`;
      missing.push({ path: `invoices[${row}].copies`, message });
      return [];
    });
    return copies.length === 0 ? [] : [{ ...invoice, copies }];
  });
  const plan = Object.entries(application.plan).map(([item, document]) => {
    const resolve = (asset: string): string => {
      const sha256 = hashes.get(asset);
      if (sha256 === undefined)
        missing.push({ path: `plan.${item}`, message: `附件文件夹中没有图片“${asset}”` });
      return sha256 ?? asset;
    };
    return [
      item,
      { ...document, content: document.content.map((block) => withPictures(block, resolve)) },
    ] as const;
  });
  return { invoices, plan: Object.fromEntries(plan), missing };
}

function withPictures(block: RichBlock, resolve: (asset: string) => string): RichBlock {
  const inside = (blocks: readonly RichBlock[]) => blocks.map((one) => withPictures(one, resolve));
  switch (block.type) {
    case 'image':
      return { ...block, attrs: { ...block.attrs, asset: resolve(block.attrs.asset) } };
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: block.content.map((item) => ({ ...item, content: inside(item.content) })) };
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: inside(cell.content) })),
        })),
      };
    default:
      return block;
  }
}
