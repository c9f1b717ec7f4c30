import type { RichBlock, RichDocument, RichInline } from '../../entities/richText.ts';

/**
 * The plain words of a plan section. Every paragraph, heading and table cell ends a line, so that
 * no two of them run together; `factText` words a value taken over from the form.
 */
export function richText(document: RichDocument, factText: (field: string) => string): string {
  return document.content.map((block) => blockText(block, factText)).join('');
}

function blockText(block: RichBlock, factText: (field: string) => string): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return `${block.content.map((inline) => inlineText(inline, factText)).join('')}\n`;
    case 'image':
      return block.attrs.caption === '' ? '' : `${block.attrs.caption}\n`;
    case 'bulletList':
    case 'orderedList':
      return block.content
        .flatMap((item) => item.content.map((inner) => blockText(inner, factText)))
        .join('');
    case 'table':
      return block.content
        .flatMap((row) => row.content.flatMap((cell) => cell.content))
        .map((inner) => blockText(inner, factText))
        .join('');
  }
}

function inlineText(inline: RichInline, factText: (field: string) => string): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'hardBreak':
      return '\n';
    case 'fact':
      return factText(inline.attrs.field);
  }
}
