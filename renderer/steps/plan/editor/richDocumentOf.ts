import type { Mark, Node } from '@tiptap/pm/model';
import {
  RichBlock,
  type RichDocument,
  type RichInline,
  RichMark,
} from '../../../../shared/entities/richText.ts';
import { clampWidth } from './clampWidth.ts';

/** A block of the editor that did not change is the same object again, and so is what it was turned into. */
const known = new WeakMap<Node, RichBlock>();

/**
 * The editor's document as the draft keeps it. Only blocks that changed since are converted and checked against
 * the schema of the draft; the others stay the same objects, so that a long text costs no more than its
 * paragraph, and hundreds of steps of undo share what they have in common.
 */
export function richDocumentOf(doc: Node): RichDocument {
  return { type: 'doc', content: doc.children.map(blockOf) };
}

function blockOf(node: Node): RichBlock {
  const found = known.get(node);
  if (found !== undefined) return found;
  const made = RichBlock.parse(convert(node));
  known.set(node, made);
  return made;
}

function convert(node: Node): unknown {
  const type = node.type.name;
  const { attrs } = node;
  switch (type) {
    case 'paragraph':
      return { type, attrs: { textAlign: attrs.textAlign }, content: inlines(node) };
    case 'heading':
      return { type, attrs: { level: attrs.level, textAlign: attrs.textAlign }, content: inlines(node) };
    case 'image': {
      const { asset, alt, caption } = attrs;
      return { type, attrs: { asset, alt, caption, widthPercent: clampWidth(attrs.widthPercent) } };
    }
    case 'bulletList':
    case 'orderedList':
      return {
        type,
        content: node.children.map((item) => ({ type: 'listItem', content: item.children.map(convert) })),
      };
    case 'table':
      return {
        type,
        content: node.children.map((row) => ({
          type: 'tableRow',
          content: row.children.map((cell) => ({
            type: cell.type.name,
            attrs: { colspan: Math.min(40, cell.attrs.colspan), rowspan: Math.min(400, cell.attrs.rowspan) },
            content: cell.children.map(convert),
          })),
        })),
      };
    default:
      throw new Error(`the editor holds a ${type}, which the draft does not know`);
  }
}

function inlines(node: Node): RichInline[] {
  return node.children.map((child): RichInline => {
    if (child.isText) return { type: 'text', text: child.text ?? '', marks: marksOf(child.marks) };
    if (child.type.name === 'hardBreak') return { type: 'hardBreak' };
    return { type: 'fact', attrs: { field: String(child.attrs.field) }, marks: marksOf(child.marks) };
  });
}

function marksOf(marks: readonly Mark[]): RichMark[] {
  return marks.map(({ type }) => RichMark.parse({ type: type.name }));
}
