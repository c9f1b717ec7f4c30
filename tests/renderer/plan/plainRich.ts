import type { RichBlock, RichDocument, RichInline } from '../../../shared/entities/richText.ts';

/**
 * A document without what nobody can see: empty runs, touching runs with the same marks apart, the order of
 * marks, lists and tables of nothing, and with an empty paragraph where an editor needs one.
 */
export function plainRich(document: RichDocument): unknown {
  return { type: 'doc', content: blocks(document.content) };
}

function blocks(given: readonly RichBlock[]): unknown[] {
  const made = given.flatMap(block);
  return made.length > 0 ? made : [{ type: 'paragraph', attrs: { textAlign: null }, content: [] }];
}

function block(given: RichBlock): unknown[] {
  switch (given.type) {
    case 'paragraph':
    case 'heading':
      return [{ ...given, content: inlines(given.content) }];
    case 'image':
      return [given];
    case 'bulletList':
    case 'orderedList':
      if (given.content.length === 0) return [];
      return [
        { ...given, content: given.content.map((item) => ({ ...item, content: blocks(item.content) })) },
      ];
    case 'table': {
      if (given.content.length === 0) return [];
      const content = given.content.map((row) => ({
        ...row,
        content: row.content.map((cell) => ({ ...cell, content: blocks(cell.content) })),
      }));
      return [{ ...given, content }];
    }
  }
}

function inlines(given: readonly RichInline[]): unknown[] {
  const made: { type: string; text?: string; attrs?: unknown; marks?: string }[] = [];
  for (const one of given) {
    if (one.type === 'hardBreak') {
      made.push({ type: 'hardBreak' });
      continue;
    }
    const marks = one.marks
      .map(({ type }) => type)
      .sort()
      .join(' ');
    const last = made.at(-1);
    if (one.type === 'fact') made.push({ type: 'fact', attrs: one.attrs, marks });
    else if (one.text === '') continue;
    else if (last?.type === 'text' && last.marks === marks) last.text += one.text;
    else made.push({ type: 'text', text: one.text, marks });
  }
  return made;
}
