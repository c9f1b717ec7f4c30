import type { Edit } from '../../shared/edits/edit.ts';

/** The words a person typed that edits carry, one text an entry; numbers and ids are none. */
export function wordsOf(edits: readonly Edit[]): readonly string[] {
  return edits.flatMap((edit) => {
    switch (edit.kind) {
      case 'answer':
        return typeof edit.value === 'string' && edit.value !== '' ? [edit.value] : [];
      case 'plan':
        return edit.value === null ? [] : [textIn(edit.value)].filter(Boolean);
      case 'setAside':
        return edit.reason === null ? [] : [edit.reason];
      case 'rows':
      case 'ledgerRows':
        return edit.save.map((row) =>
          Object.entries(row)
            .filter(([key, value]) => key !== 'id' && typeof value === 'string' && value !== '')
            .map(([, value]) => value)
            .join('，'),
        );
      default:
        return [];
    }
  });
}

/** Text anywhere inside a rich document, a line a block. */
function textIn(node: unknown): string {
  if (Array.isArray(node)) {
    const inline = node.some((one) => typeof one === 'object' && one !== null && 'text' in one);
    return node
      .map(textIn)
      .filter(Boolean)
      .join(inline ? '' : '\n');
  }
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  return Object.values(node).map(textIn).filter(Boolean).join('');
}
