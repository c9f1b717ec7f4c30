import { assertNever } from '../assertNever.ts';
import type { RichBlock, RichDocument } from '../entities/richText.ts';

/** True when a document holds anything to print: words, a picture or a table. */
export function isWritten(document: RichDocument | undefined): boolean {
  const holds = (block: RichBlock): boolean => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return block.content.some(
          (inline) => inline.type === 'fact' || (inline.type === 'text' && inline.text.trim() !== ''),
        );
      case 'image':
      case 'table':
        return true;
      case 'bulletList':
      case 'orderedList':
        return block.content.some((item) => item.content.some(holds));
      default:
        return assertNever(block);
    }
  };
  return document?.content.some(holds) ?? false;
}
