import type { JSONContent } from '@tiptap/core';
import { assertNever } from '../../../../shared/assertNever.ts';
import type { RichBlock, RichDocument, RichInline } from '../../../../shared/entities/richText.ts';

const EMPTY: JSONContent = { type: 'paragraph', attrs: { textAlign: null } };

/**
 * The draft's words as the editor takes them. What an editor cannot hold is made whole: nothing becomes an empty
 * paragraph, empty runs of text and empty lists go, touching runs with the same marks are one. No word is lost.
 */
export function editorContent(document: RichDocument | null): JSONContent {
  return { type: 'doc', content: blocks(document?.content ?? []) };
}

function blocks(given: readonly RichBlock[]): JSONContent[] {
  const made = given.flatMap(block);
  return made.length === 0 ? [EMPTY] : made;
}

function block(given: RichBlock): JSONContent[] {
  switch (given.type) {
    case 'paragraph':
    case 'heading':
      return [{ type: given.type, attrs: { ...given.attrs }, content: given.content.flatMap(inline) }];
    case 'image':
      return [{ type: 'image', attrs: { ...given.attrs } }];
    case 'bulletList':
    case 'orderedList': {
      const items = given.content.map((item) => ({ type: 'listItem', content: blocks(item.content) }));
      return items.length === 0 ? [] : [{ type: given.type, content: items }];
    }
    case 'table': {
      const rows = given.content.map((row) => ({
        type: 'tableRow',
        content: row.content.map((cell) => ({
          type: cell.type,
          attrs: { ...cell.attrs },
          content: blocks(cell.content),
        })),
      }));
      return rows.length === 0 ? [] : [{ type: 'table', content: rows }];
    }
    default:
      return assertNever(given);
  }
}

function inline(given: RichInline): JSONContent[] {
  switch (given.type) {
    case 'text':
      return given.text === '' ? [] : [{ type: 'text', text: given.text, marks: [...given.marks] }];
    case 'hardBreak':
      return [{ type: 'hardBreak' }];
    case 'fact':
      return [{ type: 'fact', attrs: { ...given.attrs }, marks: [...given.marks] }];
    default:
      return assertNever(given);
  }
}
